using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="Key">Key of the question, or empty for a new one, which comes last.</param>
public sealed record WriteSurveyQuestionCommand(string Slug, uint Version, string Key, SurveyQuestionText Question);

/// <summary>
/// Adds or changes one question. One made headline takes that from the one before. Errors: those of <see cref="SurveyDesk"/>,
/// <see cref="SurveyFrozen"/>, <see cref="QuestionNotFound"/>, <see cref="ChoiceAskedFor"/>, <see cref="QuestionAskedFor"/>, those of <see cref="QuestionRules"/>.
/// </summary>
public sealed class WriteSurveyQuestionHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(WriteSurveyQuestionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.question", "",
            (survey, questionnaire) => Change(survey, questionnaire, command),
            cancellationToken);

    private static Result<Done> Change(Survey survey, Questionnaire questionnaire, WriteSurveyQuestionCommand command)
    {
        var questions = questionnaire.Questions.ToList();
        var place = questions.FindIndex(q => q.Key == command.Key);
        if (place < 0 && command.Key.Length > 0)
        {
            return new QuestionNotFound();
        }

        var taken = questions.Select(q => q.Key).ToHashSet(StringComparer.Ordinal);
        var written = command.Question.With(
            place < 0 ? SurveyQuestionText.Free("fraga", "fraga", taken) : command.Key, place < 0 ? null : questions[place]);
        if (written.Headline)
        {
            questions = questions.ConvertAll(q => q with { Headline = false });
        }

        if (place < 0)
        {
            questions.Add(written);
        }
        else
        {
            questions[place] = written;
        }

        return QuestionLogic.Lost(questionnaire.Questions, questions, questionnaire.Experience) is { } lost
            ? (Result<Done>)lost
            : survey.Ask(questionnaire, questions, questionnaire.Experience);
    }
}
