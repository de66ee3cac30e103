using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record SendForReviewCommand(string Slug, uint Version);

/// <summary>Asks a second person to approve. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationIncomplete"/> with what is missing.</summary>
public sealed class SendForReviewHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(SendForReviewCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.sentForReview", "",
            (consultation, questionnaire) => consultation.SendForReview(desk.OfficerId, questionnaire),
            cancellationToken);
}
