using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

public sealed record RemoveSurveyQuestionCommand(string Slug, uint Version, string Key);

/// <summary>Takes a question away, unless another asks for it. Errors: those of <see cref="SurveyDesk"/>, <see cref="SurveyFrozen"/>,
/// <see cref="QuestionNotFound"/>, <see cref="QuestionAskedFor"/>.</summary>
public sealed class RemoveSurveyQuestionHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(RemoveSurveyQuestionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.questionRemoved", "",
            (survey, questionnaire) => Change(survey, questionnaire, command.Key),
            cancellationToken);

    private static Result<Done> Change(Survey survey, Questionnaire questionnaire, string key)
    {
        if (questionnaire.Questions.FirstOrDefault(q => q.Key == key) is not { } removed)
        {
            return new QuestionNotFound();
        }

        return QuestionLogic.AskersOf(key, questionnaire.Questions, questionnaire.Experience) is [var asker, ..]
            ? new QuestionAskedFor(removed.Section, asker.Section)
            : survey.Ask(questionnaire, [.. questionnaire.Questions.Where(q => q.Key != key)], questionnaire.Experience);
    }
}
