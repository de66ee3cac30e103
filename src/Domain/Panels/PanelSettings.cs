namespace Medborgardialog.Domain.Panels;

/// <summary>What an officer says of a panel. Texts are plain text.</summary>
/// <param name="Name">1 to 60 characters.</param>
/// <param name="Purpose">What it means to be a member, in a few sentences.</param>
/// <param name="HowOften">For example "Fyra gånger om året".</param>
/// <param name="MinutesPerYear">1 to 600.</param>
/// <param name="WhoMayJoin">In words.</param>
/// <param name="Youngest">Lowest age, 10 or more.</param>
/// <param name="Oldest">Highest age; null for none.</param>
/// <param name="GuardianBelow">Below this age a guardian has to say yes; at most 18. Equal to <paramref name="Youngest"/> for nobody.</param>
/// <param name="RecruitmentText">The method in words, printed on every result.</param>
/// <param name="Seats">Most members at a time; null for no end.</param>
/// <param name="TermMonths">How long one is a member before one is asked again, 3 to 60.</param>
/// <param name="InvitationsPerQuarter">How often a member is asked at most, whoever asks (L9), 1 to 13.</param>
/// <param name="Consent">The terms, point by point. A change makes a new version, which members accept when they are next there.</param>
/// <param name="ExcludedRoles">Roles that may not be combined with membership, for example "Ledamot i en nämnd".</param>
/// <param name="Strata">At most four, each key once.</param>
/// <param name="StaffedHours">When posts are read, for example "vardagar 8–17"; for youth panels.</param>
/// <param name="Help">Where a young person can talk to somebody: a name and a web address a line.</param>
public sealed record PanelSettings(
    string Name, string Purpose, string HowOften, int MinutesPerYear, string WhoMayJoin, int Youngest, int? Oldest, int GuardianBelow,
    Recruitment Recruitment, string RecruitmentText, int? Seats, int TermMonths, int InvitationsPerQuarter, IReadOnlyList<string> Consent,
    IReadOnlyList<string> ExcludedRoles, IReadOnlyList<PanelStratum> Strata, string ContactName, string ContactPhone, string StaffedHours,
    IReadOnlyList<string> Help)
{
    public const int LongestName = 60;
    public const int MostStrata = 4;

    /// <summary>The first that is missing or impossible; null when all is well.</summary>
    public PanelSettingsWrong? Fault(PanelKind kind) => Faults(kind) is [var first, ..] ? first : null;

    /// <summary>Everything that is missing or impossible, each field once, in the order of the form.</summary>
    public IReadOnlyList<PanelSettingsWrong> Faults(PanelKind kind)
    {
        (bool Wrong, string Field)[] rules =
        [
            (Name.Trim().Length is 0 or > LongestName, nameof(Name)),
            (Purpose.Trim().Length == 0, nameof(Purpose)),
            (HowOften.Trim().Length == 0, nameof(HowOften)),
            (MinutesPerYear is < 1 or > 600, nameof(MinutesPerYear)),
            (Youngest is < 10 or > 99 || Oldest < Youngest, nameof(Youngest)),
            (kind == PanelKind.Youth && Oldest is null or > 25, nameof(Oldest)),
            (GuardianBelow < Youngest || GuardianBelow > Math.Max(18, Youngest), nameof(GuardianBelow)),
            // Article 8 of the GDPR as Sweden has set it (SFS 2018:218, 2 kap. 4 §): below 13 a guardian decides.
            (GuardianBelow < 13 && Youngest < 13, nameof(GuardianBelow)),
            (RecruitmentText.Trim().Length == 0, nameof(RecruitmentText)),
            (Seats is < 10, nameof(Seats)),
            (TermMonths is < 3 or > 60, nameof(TermMonths)),
            (InvitationsPerQuarter is < 1 or > 13, nameof(InvitationsPerQuarter)),
            (Consent.Count == 0 || Consent.Any(c => c.Trim().Length == 0), nameof(Consent)),
            (Strata.Count > MostStrata || Strata.DistinctBy(s => s.Key).Count() != Strata.Count || Strata.Any(s => !s.IsSound), nameof(Strata)),
            (ContactPhone.Trim().Length == 0, nameof(ContactPhone)),
        ];
        return [.. rules.Where(r => r.Wrong).Select(r => r.Field).Distinct().Select(f => new PanelSettingsWrong(f))];
    }
}
