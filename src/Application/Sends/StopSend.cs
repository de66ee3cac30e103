using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

public sealed record StopSendCommand(string Kind, string Slug, Guid SendId);

/// <summary>
/// Stops a send that waits or is at work: the next claim sees it. What has left has left. Another of the kind can be planned for those who
/// did not get it. Errors: <see cref="SendNotFound"/>, <see cref="SendEnded"/>.
/// </summary>
public sealed class StopSendHandler(IAppDbContext db, SendDesk desk, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(StopSendCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Kind, command.Slug, cancellationToken);
        if (!opened.IsSuccess || opened.Value.Sends.FirstOrDefault(s => s.Id == command.SendId) is not { } send)
        {
            return new SendNotFound();
        }

        var stopped = send.Stop(SendStop.Officer, clock.GetUtcNow());
        if (!stopped.IsSuccess)
        {
            return stopped.Error;
        }

        desk.Record("send.stopped", send.DialogueId, $"{send.Kind}, {send.Channel}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // It began, waited or ended at that instant.
            return new SendEnded();
        }

        return Done.Value;
    }
}
