using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

public sealed record RetireSendsCommand;

/// <summary>
/// Run every night: the hashes of links, and what receiving sides have said, go when the dialogue's codes go. How many got what stays. May
/// run twice.
/// </summary>
public sealed class RetireSendsHandler(IAppDbContext db, IDialogueAddresses dialogues, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RetireSendsCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        var now = clock.GetUtcNow();
        foreach (var id in await db.Set<Send>().Select(s => s.DialogueId).Distinct().ToListAsync(cancellationToken))
        {
            if ((await dialogues.FindAsync(id, cancellationToken))?.ClosesAt is { } closed && closed.AddDays(RetireFramesHandler.CodeDays) < now)
            {
                await db.Set<SendRecipient>().Where(r => r.DialogueId == id && (r.LinkHash != null || r.StopHash != null || r.Detail != "")).ExecuteUpdateAsync(
                    set => set.SetProperty(r => r.LinkHash, (byte[]?)null).SetProperty(r => r.StopHash, (byte[]?)null).SetProperty(r => r.Detail, ""), cancellationToken);
            }
        }

        return Done.Value;
    }
}
