using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record AddNoticeCommand(string Slug, uint Version, string Text, string Reason);

/// <summary>A public correction beside the frozen text (K11). Errors: those of <see cref="ConsultationDesk"/>, <see cref="WrongPhase"/>, <see cref="NoticeTextMissing"/>, <see cref="ReasonMissing"/>.</summary>
public sealed class AddNoticeHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(AddNoticeCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.notice", command.Reason,
            consultation => consultation.AddNotice(command.Text, command.Reason, desk.OfficerName, desk.Now),
            cancellationToken);
}
