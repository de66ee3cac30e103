using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <param name="Steps">−1 is up, 1 is down.</param>
public sealed record MoveSurveyQuestionCommand(string Slug, uint Version, string Key, int Steps);

/// <summary>Changes the order of the questions; never so that one is asked for before it is asked. Errors: those of <see cref="SurveyDesk"/>,
/// <see cref="SurveyFrozen"/>, <see cref="QuestionNotFound"/>, <see cref="QuestionAskedFor"/>.</summary>
public sealed class MoveSurveyQuestionHandler(SurveyDesk desk) : IUseCase
{
    public Task<Result<SurveySaved>> HandleAsync(MoveSurveyQuestionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "survey.questionMoved", "",
            (survey, questionnaire) => Change(survey, questionnaire, command),
            cancellationToken);

    private static Result<Done> Change(Survey survey, Questionnaire questionnaire, MoveSurveyQuestionCommand command)
    {
        var questions = questionnaire.Questions.ToList();
        var place = questions.FindIndex(q => q.Key == command.Key);
        if (place < 0)
        {
            return new QuestionNotFound();
        }

        var question = questions[place];
        questions.RemoveAt(place);
        questions.Insert(Math.Clamp(place + command.Steps, 0, questions.Count), question);
        return QuestionLogic.Lost(questionnaire.Questions, questions, questionnaire.Experience) is { } lost
            ? (Result<Done>)lost
            : survey.Ask(questionnaire, questions, questionnaire.Experience);
    }
}
