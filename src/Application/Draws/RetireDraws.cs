using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

public sealed record RetireDrawsCommand;

/// <summary>
/// Run every night: draws that came to nothing are thrown away after <see cref="DraftDays"/> days, and names and addresses are erased
/// <see cref="ContactDays"/> days after the draw, or a year after the files came in, whether or not an officer remembered. May run twice.
/// </summary>
public sealed class RetireDrawsHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public const int DraftDays = 30;
    public const int ContactDays = 90;

    public async Task<Result<Done>> HandleAsync(RetireDrawsCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        var now = clock.GetUtcNow();
        var (abandoned, drawn, old) = (now.AddDays(-DraftDays), now.AddDays(-ContactDays), now.AddYears(-1));
        await db.Set<PanelDraw>().Where(d => d.State < PanelDrawState.Published && (d.ComputedAt ?? d.CreatedAt) < abandoned).ExecuteDeleteAsync(cancellationToken);
        foreach (var draw in await db.Set<PanelDraw>().Where(d => d.ContactsForgottenAt == null && (d.DrawnAt < drawn || d.CreatedAt < old)).ToListAsync(cancellationToken))
        {
            await ForgetDrawContactsHandler.ForgetAsync(db, draw, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
