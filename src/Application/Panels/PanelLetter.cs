using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Person">Who of the list the letter went to; null for whoever has entered no code.</param>
public sealed record LetterFound(Guid? Person);

/// <summary>The letter that somebody has come to a panel with, by the code in it. Each makes one member.</summary>
public sealed class PanelLetter(IAppDbContext db, FrameMembers frames, IAnswerPasses passes)
{
    /// <summary><see cref="LetterUsed"/> when somebody has become a member with it, or taken a place in line.</summary>
    public async Task<Result<LetterFound>> FindAsync(Guid panelId, CancellationToken cancellationToken)
    {
        if (passes.Find(panelId) is not { Door: AnswerDoor.LetterCode } pass || !await frames.HoldsAsync(panelId, pass.PersonId, cancellationToken))
        {
            return new LetterFound(null);
        }

        return await db.Set<Membership>().AnyAsync(m => m.DrawnPerson == pass.PersonId, cancellationToken) ? new LetterUsed() : new LetterFound(pass.PersonId);
    }

    /// <summary>It has done its work: this device forgets it, and the address it was sent to is erased. The caller saves.</summary>
    public async Task SpendAsync(Guid panelId, Guid? person, CancellationToken cancellationToken)
    {
        passes.Forget(panelId);
        if (person is { } id)
        {
            await frames.ForgetContactAsync(id, cancellationToken);
        }
    }
}
