using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

public sealed record OpenDialogueWithLinkCommand(string? Token);

/// <summary>
/// Exchanges the link of a message for the right to answer, by the same decision as a typed code. Consumes nothing. Errors:
/// <see cref="CodeUnknown"/> (also for revoked), <see cref="CodeNotYetOpen"/>, <see cref="CodeExpired"/>.
/// </summary>
public sealed class OpenDialogueWithLinkHandler(IAppDbContext db, IDialogueAddresses dialogues, TimeProvider clock) : IUseCase
{
    public async Task<Result<DialogueOpened>> HandleAsync(OpenDialogueWithLinkCommand command, CancellationToken cancellationToken)
    {
        if (LinkToken.AnswerHash(command.Token) is not { } hash
            || await db.Set<SendRecipient>().AsNoTracking().SingleOrDefaultAsync(r => r.LinkHash == hash, cancellationToken) is not { } recipient)
        {
            return new CodeUnknown();
        }

        var person = await db.Set<FramePerson>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == recipient.PersonId, cancellationToken);
        var frame = await db.Set<Frame>().AsNoTracking().SingleOrDefaultAsync(f => f.DialogueId == recipient.DialogueId, cancellationToken);
        var dialogue = await dialogues.FindAsync(recipient.DialogueId, cancellationToken);
        var opens = Frame.Opens(dialogue is null ? null : frame, person, dialogue?.OpensAt, dialogue?.ClosesAt, clock.GetUtcNow());
        return opens.IsSuccess
            ? new DialogueOpened(recipient.DialogueId, recipient.PersonId, dialogue!.AnswerPath, ResumeCode.SecretOf(command.Token!), person!.Selector, person.Unit)
            : opens.Error;
    }
}
