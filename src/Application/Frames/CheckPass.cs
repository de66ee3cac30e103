using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

/// <param name="PersonId">From <c>IAnswerPasses</c>.</param>
public sealed record CheckPassQuery(Guid DialogueId, Guid PersonId);

/// <summary>
/// Whether somebody who gave a code earlier may still answer: the same decision as when the code was given, so that a code that has been
/// revoked or has expired since then opens nothing (trust T07). Errors: <see cref="CodeUnknown"/>, <see cref="CodeNotYetOpen"/>,
/// <see cref="CodeExpired"/>.
/// </summary>
public sealed class CheckPassHandler(IAppDbContext db, IDialogueAddresses dialogues, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(CheckPassQuery query, CancellationToken cancellationToken)
    {
        var frame = await db.Set<Frame>().AsNoTracking().SingleOrDefaultAsync(f => f.DialogueId == query.DialogueId, cancellationToken);
        var person = frame is null ? null : await db.Set<FramePerson>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == query.PersonId && p.FrameId == frame.Id, cancellationToken);
        var dialogue = await dialogues.FindAsync(query.DialogueId, cancellationToken);
        return Frame.Opens(dialogue is null ? null : frame, person, dialogue?.OpensAt, dialogue?.ClosesAt, clock.GetUtcNow());
    }
}
