using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record SetModeratorsCommand(string Slug, uint Version, Guid ModeratorId, Guid DeputyId);

/// <summary>
/// Who moderates, and who does when that one cannot. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>,
/// <see cref="ModeratorsWrong"/> when one is unknown or both are the same.
/// </summary>
public sealed class SetModeratorsHandler(ConsultationDesk desk, IModeratorDirectory directory) : IUseCase
{
    public async Task<Result<ConsultationSaved>> HandleAsync(SetModeratorsCommand command, CancellationToken cancellationToken)
    {
        var known = (await directory.ListAsync(cancellationToken)).Select(m => m.Id).ToHashSet();
        var possible = command.ModeratorId != command.DeputyId && known.Contains(command.ModeratorId) && known.Contains(command.DeputyId);
        return await desk.ChangeAsync(
            command.Slug, command.Version, "consultation.moderators", "",
            consultation => possible ? consultation.SetModerators(command.ModeratorId, command.DeputyId) : new ModeratorsWrong(),
            cancellationToken);
    }
}
