using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="Note">Why, in words that later stand beside the figures.</param>
public sealed record BreakComparisonCommand(string Slug, uint Version, string Key, string Note);

/// <summary>The words are changed on purpose: the question starts a new series (N1). Errors: those of <see cref="SurveyDesk"/>,
/// <see cref="SurveyFrozen"/>, <see cref="QuestionNotFound"/>, <see cref="BreakNoteMissing"/>.</summary>
public sealed class BreakComparisonHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(BreakComparisonCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.comparisonBroken", command.Note,
            (survey, questionnaire) => Change(survey, questionnaire, command),
            cancellationToken);

    private static Result<Done> Change(Survey survey, Questionnaire questionnaire, BreakComparisonCommand command)
    {
        var questions = questionnaire.Questions.ToList();
        var place = questions.FindIndex(q => q.Key == command.Key);
        if (place < 0)
        {
            return new QuestionNotFound();
        }

        if (command.Note.Trim().Length == 0)
        {
            return new BreakNoteMissing();
        }

        questions[place] = questions[place] with { BreakNote = command.Note.Trim() };
        return survey.Ask(questionnaire, questions, questionnaire.Experience);
    }
}
