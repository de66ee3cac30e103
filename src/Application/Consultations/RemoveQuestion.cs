using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record RemoveQuestionCommand(string Slug, uint Version, string Key);

/// <summary>Takes a question away. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>, <see cref="QuestionNotFound"/>.</summary>
public sealed class RemoveQuestionHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(RemoveQuestionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.questionRemoved", "",
            (consultation, questionnaire) => questionnaire.Questions.Any(q => q.Key == command.Key)
                ? consultation.Ask(questionnaire, [.. questionnaire.Questions.Where(q => q.Key != command.Key)])
                : new QuestionNotFound(),
            cancellationToken);
}
