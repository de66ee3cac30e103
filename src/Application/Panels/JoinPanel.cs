using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="GuardianEmail">As typed; only needed where a guardian has to say yes.</param>
public sealed record JoinPanelCommand(string Slug, JoinRequest Asked, string? GuardianEmail);

/// <param name="State">A member at once, in line, or a guardian has been asked.</param>
public sealed record PanelJoined(MembershipState State);

/// <summary>
/// Somebody who is signed in asks to join. The seats are counted while the panel's row is locked, so that there is never one member too
/// many. Errors: <see cref="PanelNotFound"/>, <see cref="NotAPanelMember"/> when not signed in, <see cref="AlreadyAMember"/>,
/// <see cref="AliasTaken"/>, <see cref="LetterUsed"/>, <see cref="GuardianAddressWrong"/> and those of <see cref="Membership.Ask"/>.
/// </summary>
public sealed class JoinPanelHandler(IAppDbContext db, MemberDesk desk, IPanelLock panels, PanelMail mail, PanelLetter letters) : IUseCase
{
    public async Task<Result<PanelJoined>> HandleAsync(JoinPanelCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        if (desk.ResidentId is not { } resident)
        {
            return new NotAPanelMember();
        }

        if (found.Value.Member is not null)
        {
            return new AlreadyAMember();
        }

        var panel = found.Value.Panel;
        return await panels.WithAsync(panel.Id, () => AskAsync(panel, resident, command, cancellationToken), cancellationToken);
    }

    private async Task<Result<PanelJoined>> AskAsync(Panel panel, Guid resident, JoinPanelCommand command, CancellationToken cancellationToken)
    {
        var name = command.Asked.Name.Trim();
        if (panel.IsYouth && !Alias.IsOne(name) || await db.Set<Membership>().AnyAsync(m => m.PanelId == panel.Id && m.Alias == name && name != "", cancellationToken))
        {
            return new AliasTaken();
        }

        var letter = await letters.FindAsync(panel.Id, cancellationToken);
        if (!letter.IsSuccess)
        {
            return letter.Error;
        }

        var drawn = letter.Value.Person;

        var own = await db.Set<Resident>().Where(r => r.Id == resident).Select(r => r.Email).SingleOrDefaultAsync(cancellationToken);
        var token = LinkToken.New();
        (string, byte[])? guardian = null;
        if (panel.NeedsGuardian(command.Asked.Age) && panel.Admits(command.Asked.Age).IsSuccess)
        {
            if (EmailAddress.Normalise(command.GuardianEmail) is not { } address || address == own)
            {
                return new GuardianAddressWrong();
            }

            guardian = (address, LinkToken.GuardianHash(token)!);
        }

        var asked = Membership.Ask(
            panel, resident, command.Asked with { Name = name, WasDrawn = drawn is not null, DrawnPerson = drawn }, await desk.CountActiveAsync(panel.Id, cancellationToken), guardian, desk.Today, desk.Now);
        if (!asked.IsSuccess)
        {
            return asked.Error;
        }

        var member = asked.Value;
        db.Set<Membership>().Add(member);
        if (member.State == MembershipState.AwaitingGuardian)
        {
            mail.AskGuardian(panel, member, token);
        }

        if (own is not null)
        {
            mail.Tell(panel, own, member.State.ToString(), member.Id.ToString("N"));
        }

        await letters.SpendAsync(panel.Id, drawn, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new PanelJoined(member.State);
    }
}

/// <summary>Runs what decides over a panel's seats, its weeks and whom it asks one at a time.</summary>
public interface IPanelLock
{
    /// <summary>In one transaction, with the panel's row locked.</summary>
    Task<T> WithAsync<T>(Guid panelId, Func<Task<T>> work, CancellationToken cancellationToken);

    /// <summary>As <see cref="WithAsync"/>, with the rows of all panels locked: how often a person is asked is counted over them all (L9).</summary>
    Task<T> WithAllAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken);
}
