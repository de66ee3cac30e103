using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;

namespace Medborgardialog.Application.Frames;

/// <param name="Selector">First four symbols of the code.</param>
/// <param name="Reason">At least 5 characters, for the audit log.</param>
public sealed record RevokeCodeCommand(string Kind, string Slug, string? Selector, string? Reason);

/// <summary>
/// Takes one person out: the code stops working and no new one is issued. An answer that has been given stays. Errors:
/// <see cref="FrameNotFound"/>, <see cref="FramePersonNotFound"/>, <see cref="CodeNotActive"/>, <see cref="CodeReasonMissing"/>.
/// </summary>
public sealed class RevokeCodeHandler(IAppDbContext db, CodeDesk codes, FrameDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RevokeCodeCommand command, CancellationToken cancellationToken)
    {
        var found = await codes.FindAsync(command.Kind, command.Slug, command.Selector, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        if (!CodeDesk.IsReason(command.Reason))
        {
            return new CodeReasonMissing();
        }

        var (dialogue, person) = found.Value;
        var revoked = person.Revoke();
        if (!revoked.IsSuccess)
        {
            return revoked.Error;
        }

        desk.Record("frame.codeRevoked", dialogue.DialogueId, $"{person.Selector}: {command.Reason}");
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
