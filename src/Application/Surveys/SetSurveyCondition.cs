using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="Key">Of the question that is shown on the condition; empty for who has the experience that questions to users ask for.</param>
/// <param name="Text">As <see cref="ConditionText"/> reads it; empty for always.</param>
public sealed record SetSurveyConditionCommand(string Slug, uint Version, string Key, string Text);

/// <summary>Decides when a question is asked. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyFrozen"/>, <see cref="QuestionNotFound"/>,
/// those of <see cref="ConditionText"/> with the place in the text, those of <see cref="QuestionRules"/>.</summary>
public sealed class SetSurveyConditionHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(SetSurveyConditionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.condition", "",
            (survey, questionnaire) => Change(survey, questionnaire, command),
            cancellationToken);

    private static Result<Done> Change(Survey survey, Questionnaire questionnaire, SetSurveyConditionCommand command)
    {
        var questions = questionnaire.Questions.ToList();
        var place = command.Key.Length == 0 ? FirstToUsers(questions) : questions.FindIndex(q => q.Key == command.Key);
        if (place < 0)
        {
            return new QuestionNotFound();
        }

        Condition? condition = null;
        if (command.Text.Trim().Length > 0)
        {
            var read = ConditionText.Parse(command.Text, [.. questions.Take(place)]);
            if (!read.IsSuccess)
            {
                return read.Error;
            }

            condition = read.Value;
        }

        if (command.Key.Length == 0)
        {
            return survey.Ask(questionnaire, questions, condition);
        }

        questions[place] = questions[place] with { ShowIf = condition };
        return survey.Ask(questionnaire, questions, questionnaire.Experience);
    }

    /// <summary>The experience must be known before the first question to users; where there is none yet, everything may be asked for.</summary>
    private static int FirstToUsers(List<Question> questions) =>
        questions.FindIndex(q => q.Perspective == Perspective.User) is var first and >= 0 ? first : questions.Count;
}
