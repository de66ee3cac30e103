using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

public sealed record StopMessagesCommand(string? Token);

/// <param name="Name">Of the dialogue.</param>
public sealed record MessagesStopped(string Name);

/// <summary>
/// Somebody wants no more messages about one dialogue. May be done twice, and after closing. The right to answer stays. Errors:
/// <see cref="SendNotFound"/>.
/// </summary>
public sealed class StopMessagesHandler(IAppDbContext db, IDialogueAddresses dialogues) : IUseCase
{
    public async Task<Result<MessagesStopped>> HandleAsync(StopMessagesCommand command, CancellationToken cancellationToken)
    {
        if (LinkToken.StopHash(command.Token) is not { } hash
            || await db.Set<SendRecipient>().AsNoTracking().SingleOrDefaultAsync(r => r.StopHash == hash, cancellationToken) is not { } recipient
            || await db.Set<FramePerson>().SingleOrDefaultAsync(p => p.Id == recipient.PersonId, cancellationToken) is not { } person
            || await dialogues.FindAsync(recipient.DialogueId, cancellationToken) is not { } dialogue)
        {
            return new SendNotFound();
        }

        person.StopMessages();
        await db.SaveChangesAsync(cancellationToken);
        return new MessagesStopped(dialogue.Name);
    }
}
