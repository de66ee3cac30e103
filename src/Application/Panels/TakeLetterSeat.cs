using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record TakeLetterSeatCommand(string Slug);

/// <summary>
/// Somebody who waits in line has got a letter since, and has entered its code: what they have told already is enough. Errors: those of
/// <see cref="MemberDesk.FindAsync"/>, <see cref="NotAPanelMember"/>, <see cref="OnlyByLetter"/> without a code, <see cref="LetterUsed"/>,
/// <see cref="AlreadyAMember"/>.
/// </summary>
public sealed class TakeLetterSeatHandler(IAppDbContext db, MemberDesk desk, IPanelLock panels, PanelMail mail, PanelLetter letters) : IUseCase
{
    public async Task<Result<PanelJoined>> HandleAsync(TakeLetterSeatCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        return found.Value.Member is { } member
            ? await panels.WithAsync(found.Value.Panel.Id, () => TakeAsync(found.Value.Panel, member, cancellationToken), cancellationToken)
            : new NotAPanelMember();
    }

    private async Task<Result<PanelJoined>> TakeAsync(Panel panel, Membership member, CancellationToken cancellationToken)
    {
        var letter = await letters.FindAsync(panel.Id, cancellationToken);
        if (!letter.IsSuccess)
        {
            return letter.Error;
        }

        if (letter.Value.Person is not { } person)
        {
            return new OnlyByLetter();
        }

        var came = member.ComeByLetter(panel, person, await desk.CountActiveAsync(panel.Id, cancellationToken), desk.Today);
        if (!came.IsSuccess)
        {
            return came.Error;
        }

        if (await db.Set<Resident>().Where(r => r.Id == member.ResidentId).Select(r => r.Email).SingleOrDefaultAsync(cancellationToken) is { } email)
        {
            mail.Tell(panel, email, member.State.ToString(), $"letter/{member.Id:N}");
        }

        await letters.SpendAsync(panel.Id, person, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new PanelJoined(member.State);
    }
}
