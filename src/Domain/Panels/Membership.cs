using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Panels;

/// <summary>What somebody tells on the way in.</summary>
/// <param name="Age">Whole years.</param>
/// <param name="Name">Chosen name, for youth one of the aliases that were offered.</param>
/// <param name="Background">Stratum key → category; what was skipped is not there.</param>
/// <param name="WasDrawn">Came with a code from a letter.</param>
/// <param name="HasExcludedRole">Has one of the roles that may not be combined with membership.</param>
/// <param name="ConsentVersion">Of the terms that were accepted; 0 when they were not.</param>
public sealed record JoinRequest(
    int Age, string Name, IReadOnlyDictionary<string, string> Background, bool WasDrawn, bool HasExcludedRole, int ConsentVersion)
{
    /// <summary>Who it is in the list that was drawn from; null for those who come by themselves.</summary>
    public Guid? DrawnPerson { get; init; }
}

/// <summary>
/// A person in a panel. Who it is stands in the account alone; here is a name of the member's own choice, the age as it was told, and
/// what else the member wanted to tell. All of it but the days is erased when the membership ends.
/// </summary>
public sealed partial class Membership : Entity
{
    /// <summary>Before the term ends, so many days, the member is asked to stay.</summary>
    public const int RenewalDays = 30;

    /// <summary>So many days a guardian's answer is waited for; then what was told is erased.</summary>
    public const int GuardianDays = 30;

    private Membership()
    {
    }

    public Guid PanelId { get; private set; }

    /// <summary>The account; null when the membership has ended.</summary>
    public Guid? ResidentId { get; private set; }

    /// <summary>The name that others in the panel see; empty when the membership has ended.</summary>
    public string Alias { get; private set; } = "";

    /// <summary>Whole years on <see cref="AgeToldOn"/>; 0 when the membership has ended. No date of birth is asked for.</summary>
    public int AgeTold { get; private set; }

    public DateOnly AgeToldOn { get; private set; }

    public IReadOnlyList<BackgroundAnswer> Background { get; private set; } = [];

    public bool WasDrawn { get; private set; }

    /// <summary>Who it is in the list that was drawn from, so that each letter makes one member; null for others and when the membership has ended.</summary>
    public Guid? DrawnPerson { get; private set; }

    public MembershipState State { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The first day as a member; null before.</summary>
    public DateOnly? JoinedOn { get; private set; }

    /// <summary>The last day of the term; null before the first.</summary>
    public DateOnly? TermEndsOn { get; private set; }

    /// <summary>When the member was asked to stay; null when not asked in this term.</summary>
    public DateOnly? RenewalAskedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public int ConsentVersion { get; private set; }

    public DateOnly ConsentedOn { get; private set; }

    /// <summary>The guardian's address, only while the answer is waited for; empty otherwise.</summary>
    public string GuardianEmail { get; private set; } = "";

    /// <summary>
    /// SHA-256 of the token in the guardian's mail, 32 bytes; null where no guardian was asked and when the membership has ended. It outlives the
    /// yes, so that the same link takes it back; it says nothing of who the guardian is.
    /// </summary>
    public byte[]? GuardianHash { get; private set; }

    public DateOnly? GuardianSaidYesOn { get; private set; }

    /// <summary>Row version (PostgreSQL xmin).</summary>
    public uint Version { get; private set; }

    public bool IsAsked => State == MembershipState.Active;

    public bool HasEnded => State is MembershipState.Left or MembershipState.Expired;

    /// <summary>Age on a day: what was told and the years since. At most one year too low.</summary>
    public int AgeOn(DateOnly day) => AgeTold + Frames.AgeBand.AgeAt(AgeToldOn, day);

    /// <summary>
    /// Somebody asks to join. Errors: <see cref="PanelNotOpen"/>, <see cref="OnlyByLetter"/>, those of <see cref="Panel.Admits"/>, <see cref="RoleExcluded"/>,
    /// <see cref="ConsentMissing"/>, <see cref="ConsentChanged"/>, <see cref="BackgroundWrong"/>.
    /// </summary>
    /// <param name="active">Members that the panel has now.</param>
    /// <param name="guardian">Address and hash of the token for the guardian's mail; needed when <see cref="Panel.NeedsGuardian"/>.</param>
    public static Result<Membership> Ask(
        Panel panel, Guid residentId, JoinRequest asked, int active, (string Email, byte[] Hash)? guardian, DateOnly today, DateTimeOffset now)
    {
        if (Refusal(panel, asked) is { } refused)
        {
            return refused;
        }

        var member = new Membership
        {
            PanelId = panel.Id,
            ResidentId = residentId,
            Alias = asked.Name,
            AgeTold = asked.Age,
            AgeToldOn = today,
            Background = [.. asked.Background.Select(b => new BackgroundAnswer(b.Key, b.Value))],
            WasDrawn = asked.WasDrawn,
            DrawnPerson = asked.DrawnPerson,
            AskedAt = now,
            ConsentVersion = panel.ConsentVersion,
            ConsentedOn = today,
        };
        if (panel.NeedsGuardian(asked.Age))
        {
            if (guardian is not { } known)
            {
                return new GuardianAddressWrong();
            }

            (member.State, member.GuardianEmail, member.GuardianHash) = (MembershipState.AwaitingGuardian, known.Email, known.Hash);
            return member;
        }

        member.LetIn(panel, active, today);
        return member;
    }

    /// <summary>The guardian has said yes: in, or in line. The address is forgotten. <see cref="GuardianLinkGone"/> when no answer is waited for.</summary>
    public Result<Done> GuardianSaysYes(Panel panel, int active, DateOnly today)
    {
        if (State != MembershipState.AwaitingGuardian)
        {
            return new GuardianLinkGone();
        }

        (GuardianEmail, GuardianSaidYesOn) = ("", today);
        LetIn(panel, active, today);
        return Done.Value;
    }

    /// <summary>By the member's own wish, at once and without a question why. Safe to run twice.</summary>
    public void Leave(DateOnly today)
    {
        if (!HasEnded)
        {
            End(MembershipState.Left, today);
        }
    }

    private static Error? Refusal(Panel panel, JoinRequest asked)
    {
        if (panel.State is not (PanelState.Open or PanelState.ClosedToNew))
        {
            return new PanelNotOpen();
        }

        if (panel.IsOnlyByLetter && !asked.WasDrawn)
        {
            return new OnlyByLetter();
        }

        if (panel.Admits(asked.Age) is { IsSuccess: false } refused)
        {
            return refused.Error;
        }

        return asked.HasExcludedRole ? new RoleExcluded()
            : asked.ConsentVersion == 0 && panel.ConsentVersion != 0 ? new ConsentMissing()
            : asked.ConsentVersion != panel.ConsentVersion ? new ConsentChanged()
            : !asked.Background.All(b => panel.Settings.Strata.Any(x => x.Key == b.Key && x.Categories.Any(c => c.Name == b.Value))) ? new BackgroundWrong()
            : null;
    }

    private void LetIn(Panel panel, int active, DateOnly today)
    {
        State = MembershipState.Waiting;
        if (panel.HasRoom(active, WasDrawn))
        {
            Begin(panel, today);
        }
    }

    private void Begin(Panel panel, DateOnly today) =>
        (State, JoinedOn, TermEndsOn) = (MembershipState.Active, today, panel.TermFrom(today));

    private void End(MembershipState state, DateOnly today)
    {
        (State, EndedOn, ResidentId, Alias, AgeTold, Background) = (state, today, null, "", 0, []);
        (GuardianEmail, GuardianHash, RenewalAskedOn, DrawnPerson) = ("", null, null, null);
    }
}

public enum MembershipTurn
{
    Nothing = 0,
    AskedToStay = 1,
    Expired = 2,

    /// <summary>Of the whole panel.</summary>
    PanelEnded = 3,
    GuardianSilent = 4,
}

/// <param name="Key">Of the stratum.</param>
/// <param name="Category">Name of the category.</param>
public sealed record BackgroundAnswer(string Key, string Category);
