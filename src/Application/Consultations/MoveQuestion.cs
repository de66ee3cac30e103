using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <param name="Steps">−1 is up, 1 is down.</param>
public sealed record MoveQuestionCommand(string Slug, uint Version, string Key, int Steps);

/// <summary>Changes the order of the questions. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>, <see cref="QuestionNotFound"/>.</summary>
public sealed class MoveQuestionHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(MoveQuestionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.questionMoved", "",
            (consultation, questionnaire) => Change(consultation, questionnaire, command),
            cancellationToken);

    private static Result<Done> Change(Consultation consultation, Questionnaire questionnaire, MoveQuestionCommand command)
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
        return consultation.Ask(questionnaire, questions);
    }
}
