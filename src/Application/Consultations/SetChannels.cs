using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record SetChannelsCommand(string Slug, uint Version, string OtherWays, string PrivacyText);

/// <summary>Other ways to answer and the text about personal data. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>.</summary>
public sealed class SetChannelsHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(SetChannelsCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.channels", "",
            consultation => consultation.SetChannels(command.OtherWays, command.PrivacyText),
            cancellationToken);
}
