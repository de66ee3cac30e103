using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Panels;

/// <summary>
/// An omgång: a survey that is put to the members of a panel, and what came of it. The survey itself knows nothing of panels.
/// </summary>
public sealed class PanelWave : Entity
{
    /// <summary>Longest of the texts that give a result back, in characters.</summary>
    public const int LongestText = 600;

    private PanelWave()
    {
    }

    /// <param name="number">1, 2, 3 … within the panel.</param>
    /// <param name="isSensitive">The page says beforehand what it is about, and can be left quickly.</param>
    public PanelWave(Guid panelId, Guid surveyId, int number, bool isSensitive) =>
        (PanelId, SurveyId, Number, IsSensitive) = (panelId, surveyId, number, isSensitive);

    public Guid PanelId { get; private set; }

    public Guid SurveyId { get; private set; }

    public int Number { get; private set; }

    public bool IsSensitive { get; private set; }

    /// <summary>What the members said, in a sentence or two; empty before the result was given back.</summary>
    public string YouSaid { get; private set; } = "";

    public string WeDid { get; private set; } = "";

    /// <summary>How one will see whether it helped; may be empty.</summary>
    public string DidItHelp { get; private set; } = "";

    public DateTimeOffset? ReturnedAt { get; private set; }

    public string ReturnedBy { get; private set; } = "";

    /// <summary>
    /// Gives the result back to the members (L5), or betters what was written. <see cref="WaveNotCounted"/> before the result is public,
    /// <see cref="ReturnTextWrong"/>.
    /// </summary>
    public Result<Done> Return(string youSaid, string weDid, string didItHelp, bool isCounted, string by, DateTimeOffset now)
    {
        if (!isCounted)
        {
            return new WaveNotCounted();
        }

        if (youSaid.Trim().Length is 0 or > LongestText || weDid.Trim().Length is 0 or > LongestText || didItHelp.Trim().Length > LongestText)
        {
            return new ReturnTextWrong(LongestText);
        }

        (YouSaid, WeDid, DidItHelp, ReturnedBy) = (youSaid.Trim(), weDid.Trim(), didItHelp.Trim(), by);
        ReturnedAt ??= now;
        return Done.Value;
    }
}

/// <summary>That a member was asked in a wave; with it the cap of a quarter is kept and the panel's health measured. Says nothing of answers.</summary>
public sealed class WaveInvitation
{
    private WaveInvitation()
    {
    }

    /// <param name="residentId">The account, the same in every panel, for as long as the membership lasts.</param>
    /// <param name="personId">Of the member in the list of the wave's survey; it is the participant of the answer flow.</param>
    public WaveInvitation(Guid waveId, Guid membershipId, Guid residentId, Guid personId, DateOnly day) =>
        (WaveId, MembershipId, ResidentId, PersonId, Day) = (waveId, membershipId, residentId, personId, day);

    public Guid WaveId { get; private set; }

    public Guid MembershipId { get; private set; }

    /// <summary>Null when the membership has ended: nothing leads back from what was asked to who has left.</summary>
    public Guid? ResidentId { get; private set; }

    public Guid PersonId { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>The day on which the member wants to be reminded; null for not at all. The member asks for it, so it is none of the sends.</summary>
    public DateOnly? RemindOn { get; private set; }

    public void Remind(DateOnly day) => RemindOn = day;

    public void Reminded() => RemindOn = null;

    /// <summary>The member has left.</summary>
    public void ForgetResident() => (ResidentId, RemindOn) = (null, null);

    /// <summary>First day of the calendar quarter that a day lies in.</summary>
    public static DateOnly QuarterOf(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
}
