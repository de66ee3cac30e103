using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Sends;

/// <summary>A dialogue with its frame and its sends, as an officer may see them.</summary>
/// <param name="Frame">Null when no list has been brought in.</param>
/// <param name="Sends">Oldest first.</param>
public sealed record SendCase(DialogueAddress Dialogue, Frame? Frame, IReadOnlyList<Send> Sends)
{
    /// <summary>When people were first told: by the invitation, otherwise by the letters with codes.</summary>
    public DateTimeOffset? InvitedAt =>
        Sends.Where(s => s is { Kind: SendKind.Invitation, StartedAt: not null }).Min(s => s.StartedAt) ?? Frame?.CodesIssuedAt;

    public SendDialogue Rules => new(Dialogue.DialogueId, Dialogue.OpensAt, Dialogue.ClosesAt, InvitedAt, Sends, SwedishTime.Zone);
}

/// <summary>What all that officers do with sends has in common. Dialogues and their frames are opened as the frame's own desk does it.</summary>
public sealed class SendDesk(IAppDbContext db, FrameDesk frames)
{
    public Guid OfficerId => frames.OfficerId;

    /// <summary><see cref="SendNotFound"/> when there is no such dialogue, and for all who are no officers.</summary>
    public async Task<Result<SendCase>> OpenAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        var dialogue = await frames.OpenAsync(kind, slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return new SendNotFound();
        }

        var id = dialogue.Value.DialogueId;
        var frame = await frames.FindAsync(id, cancellationToken);
        return new SendCase(dialogue.Value, frame, await db.Set<Send>().Where(s => s.DialogueId == id).OrderBy(s => s.CreatedAt).ToListAsync(cancellationToken));
    }

    /// <summary>Letters of the frame are being printed, or the list is being read.</summary>
    public Task<bool> PrintsAsync(Guid dialogueId, CancellationToken cancellationToken) => frames.IsBusyAsync(dialogueId, cancellationToken);

    public void Record(string action, Guid dialogueId, string reason) => frames.Record(action, dialogueId, reason);
}
