using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Frames;

/// <summary>Finds one person by the first four symbols of a code, for an officer who has somebody on the phone.</summary>
public sealed class CodeDesk(IAppDbContext db, FrameDesk desk)
{
    private const int ShortestReason = 5;

    /// <summary>Errors: <see cref="FrameNotFound"/>, <see cref="FramePersonNotFound"/>.</summary>
    /// <param name="typed">The selector or the whole code, of which only the selector is used.</param>
    public async Task<Result<(DialogueAddress Dialogue, FramePerson Person)>> FindAsync(string kind, string slug, string? typed, CancellationToken cancellationToken)
    {
        var dialogue = await desk.OpenAsync(kind, slug, cancellationToken);
        if (!dialogue.IsSuccess)
        {
            return dialogue.Error;
        }

        var selector = LetterCode.ReadSelector(typed);
        var id = dialogue.Value.DialogueId;
        var person = selector is null ? null : await db.Set<FramePerson>()
            .SingleOrDefaultAsync(p => (p.Selector == selector || db.Set<EarlierCode>().Any(e => e.PersonId == p.Id && e.Selector == selector)) && db.Set<Frame>().Any(f => f.Id == p.FrameId && f.DialogueId == id), cancellationToken);
        return person is null ? new FramePersonNotFound() : (dialogue.Value, person);
    }

    public static bool IsReason(string? reason) => reason?.Trim().Length >= ShortestReason;
}
