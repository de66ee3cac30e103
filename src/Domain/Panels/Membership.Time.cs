using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Panels;

/// <summary>Seats and terms: what time and letters bring.</summary>
public sealed partial class Membership
{
    /// <summary>A seat has become free. Does nothing to one that does not wait.</summary>
    public void TakeSeat(Panel panel, DateOnly today)
    {
        if (State == MembershipState.Waiting)
        {
            Begin(panel, today);
        }
    }

    /// <summary>Somebody who waits has got a letter: drawn from now on, and in where there is room. <see cref="AlreadyAMember"/> when not waiting.</summary>
    /// <param name="person">Who it is in the list that was drawn from.</param>
    /// <param name="active">Members that the panel has now.</param>
    public Result<Done> ComeByLetter(Panel panel, Guid person, int active, DateOnly today)
    {
        if (State != MembershipState.Waiting)
        {
            return new AlreadyAMember();
        }

        (WasDrawn, DrawnPerson) = (true, person);
        LetIn(panel, active, today);
        return Done.Value;
    }

    /// <summary>
    /// The member stays for another term, from the end of this one. Only once for each time that it was asked: a form that is sent twice gives one
    /// term. Errors: <see cref="NotAPanelMember"/>, <see cref="TooOld"/> for whoever has grown out of the panel meanwhile.
    /// </summary>
    public Result<Done> Renew(Panel panel, DateOnly today)
    {
        if (State != MembershipState.Active || TermEndsOn is not { } ends)
        {
            return new NotAPanelMember();
        }

        if (RenewalAskedOn is null)
        {
            return Done.Value;
        }

        if (panel.Admits(AgeOn(today)) is { IsSuccess: false } refused)
        {
            return refused.Error;
        }

        (TermEndsOn, RenewalAskedOn) = (panel.TermFrom(ends), null);
        return Done.Value;
    }

    /// <summary>The new terms are accepted. <see cref="ConsentChanged"/> when they have changed once more.</summary>
    public Result<Done> Consent(Panel panel, int version, DateOnly today)
    {
        if (version != panel.ConsentVersion)
        {
            return new ConsentChanged();
        }

        (ConsentVersion, ConsentedOn) = (version, today);
        return Done.Value;
    }

    /// <summary>
    /// What the day brings: the member is asked to stay, once a term; the term ends, also of whoever has grown out of the panel; the place in line
    /// of whoever has grown out of it ends at once; the panel has ended; or a guardian has not answered for 30 days. Safe to run any number of times a day, also when days were missed.
    /// </summary>
    /// <returns>What happened, so that the member can be told.</returns>
    public MembershipTurn Pass(Panel panel, DateOnly today)
    {
        if (!HasEnded && panel.State == PanelState.Ended)
        {
            End(MembershipState.Expired, today);
            return MembershipTurn.PanelEnded;
        }

        if (State == MembershipState.AwaitingGuardian && today > DateOnly.FromDateTime(AskedAt.UtcDateTime).AddDays(GuardianDays))
        {
            End(MembershipState.Left, today);
            return MembershipTurn.GuardianSilent;
        }

        if (State == MembershipState.Waiting && AgeOn(today) > panel.Settings.Oldest)
        {
            End(MembershipState.Expired, today);
            return MembershipTurn.Expired;
        }

        if (State != MembershipState.Active || TermEndsOn is not { } ends)
        {
            return MembershipTurn.Nothing;
        }

        if (today > ends)
        {
            End(MembershipState.Expired, today);
            return MembershipTurn.Expired;
        }

        if (RenewalAskedOn is null && today >= ends.AddDays(-RenewalDays) && panel.Admits(AgeOn(today)).IsSuccess)
        {
            RenewalAskedOn = today;
            return MembershipTurn.AskedToStay;
        }

        return MembershipTurn.Nothing;
    }
}
