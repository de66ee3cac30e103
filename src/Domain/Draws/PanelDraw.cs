using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Draws;

/// <summary>
/// A panel that is drawn by lot, from the checked files to the last replacement (L11). The order is what makes it fair: first the input and the portfolio
/// are frozen and their fingerprints published, then the seed is drawn in public, then the panel follows. Two officers type the seed, each by themselves.
/// </summary>
public sealed class PanelDraw : Entity
{
    public const int LongestText = 300;
    public const int ShortestSeed = 6;
    public const int LongestSeed = 200;

    private PanelDraw()
    {
    }

    /// <param name="settings">Checked by whoever reads the form.</param>
    /// <param name="input">The input, packed.</param>
    /// <param name="key">Who each number is, see <see cref="DrawKey"/>.</param>
    public PanelDraw(string slug, PanelDrawSettings settings, byte[] input, string inputFingerprint, DrawKey key, DrawFindings findings, Guid createdBy, DateTimeOffset now)
    {
        Slug = slug;
        Settings = settings;
        (Input, InputFingerprint, Findings) = (input, inputFingerprint, findings);
        (FileFingerprint, KeySalt, KeyFingerprint) = (key.FileFingerprint, key.Salt, key.Fingerprint());
        (CreatedBy, CreatedAt) = (createdBy, now);
    }

    public string Slug { get; private set; } = "";

    public PanelDrawSettings Settings { get; private set; } = null!;

    public PanelDrawState State { get; private set; }

    public byte[] Input { get; private set; } = [];

    /// <summary>Of <see cref="DrawInput"/>.</summary>
    public string InputFingerprint { get; private set; } = "";

    /// <summary>SHA-256 of the officers' file.</summary>
    public string FileFingerprint { get; private set; } = "";

    /// <summary>32 hexadecimal digits; secret, so that nobody can try files against the fingerprint.</summary>
    public string KeySalt { get; private set; } = "";

    /// <summary>Of <see cref="DrawKey"/>: published, so that nobody can change who a number is when the panel is known.</summary>
    public string KeyFingerprint { get; private set; } = "";

    public DrawFindings Findings { get; private set; } = null!;

    /// <summary>What would make a panel possible while none is; afterwards what was changed for it.</summary>
    public IReadOnlyList<QuotaChange> Changes { get; private set; } = [];

    /// <summary>Canonical text; empty before it is computed.</summary>
    public string Portfolio { get; private set; } = "";

    public string PortfolioFingerprint { get; private set; } = "";

    public DrawOutcome? Outcome { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ComputedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Where the seed comes from, as it was said beforehand.</summary>
    public string SeedSource { get; private set; } = "";

    /// <summary>When the seed is drawn in public; always later than <see cref="PublishedAt"/>.</summary>
    public DateTimeOffset? SeedFrom { get; private set; }

    /// <summary>True when anybody may fetch the input: numbers, values and households without names.</summary>
    public bool IsInputOpen { get; private set; }

    public string Seed { get; private set; } = "";

    /// <summary>Who saw the seed being drawn.</summary>
    public string Witness { get; private set; } = "";

    public Guid? SeedTypedBy { get; private set; }

    /// <summary>In the order in which they were taken back.</summary>
    public IReadOnlyList<SeedTakenBack> SeedsTakenBack { get; private set; } = [];

    public DateTimeOffset? DrawnAt { get; private set; }

    public DateTimeOffset? RecalledAt { get; private set; }

    /// <summary>Why it was called back, for everybody to read; empty before.</summary>
    public string RecallReason { get; private set; } = "";

    public long Ticket { get; private set; }

    /// <summary>Position of the panel in the portfolio, from 0.</summary>
    public int PanelPosition { get; private set; }

    /// <summary>Numbers of those who were drawn; empty before.</summary>
    public IReadOnlyList<string> Panel { get; private set; } = [];

    public IReadOnlyList<SeatChange> SeatChanges { get; private set; } = [];

    /// <summary>How many of each of <see cref="DrawFindings.Quotas"/> the panel has, replacements included.</summary>
    public IReadOnlyList<int> Reached { get; private set; } = [];

    public DateTimeOffset? ContactsForgottenAt { get; private set; }

    /// <summary>Row version (PostgreSQL xmin): of two who act at once one is told so.</summary>
    public uint Version { get; private set; }

    public bool IsPublic => State >= PanelDrawState.Published;

    /// <summary>Before anything is published the chances can be computed anew, for example with more time.</summary>
    public bool CanCompute => State is PanelDrawState.Checked or PanelDrawState.Computed;

    /// <summary>Numbers of those who sit in the panel now.</summary>
    public IReadOnlyList<string> Sitting => Replacement.Sitting(Panel, SeatChanges);

    public void SetLimit(int minutes) => Settings = Settings with { LimitMinutes = Math.Clamp(minutes, 1, PanelDrawSettings.LongestLimit) };

    /// <summary><see cref="PanelDrawElsewhere"/> when it is published.</summary>
    public Result<Done> Compute(Portfolio portfolio, DrawOutcome outcome, DateTimeOffset now)
    {
        if (!CanCompute)
        {
            return new PanelDrawElsewhere();
        }

        (Portfolio, PortfolioFingerprint, Outcome, ComputedAt, State) = (portfolio.Canonical(), portfolio.Fingerprint(), outcome, now, PanelDrawState.Computed);
        return Done.Value;
    }

    /// <summary>No panel keeps the quotas; these changes would help. Error: <see cref="PanelDrawElsewhere"/>.</summary>
    public Result<Done> CannotBeKept(IReadOnlyList<QuotaChange> changes)
    {
        if (State != PanelDrawState.Checked)
        {
            return new PanelDrawElsewhere();
        }

        (Changes, State) = (changes, PanelDrawState.Impossible);
        return Done.Value;
    }

    /// <summary>A new try with the changes taken over. Error: <see cref="PanelDrawElsewhere"/>.</summary>
    public Result<Done> Relax(byte[] input, string inputFingerprint, DrawFindings findings)
    {
        if (State != PanelDrawState.Impossible)
        {
            return new PanelDrawElsewhere();
        }

        (Input, InputFingerprint, Findings, State) = (input, inputFingerprint, findings, PanelDrawState.Checked);
        return Done.Value;
    }

    /// <summary>
    /// Freezes input and portfolio and says where the seed will come from. Errors: <see cref="PanelDrawElsewhere"/>, <see cref="SeedSourceMissing"/>,
    /// <see cref="SeedTimeWrong"/>.
    /// </summary>
    public Result<Done> Publish(string seedSource, DateTimeOffset seedFrom, bool inputIsOpen, DateTimeOffset now)
    {
        if (State != PanelDrawState.Computed)
        {
            return new PanelDrawElsewhere();
        }

        if (seedSource.Length is 0 or > LongestText)
        {
            return new SeedSourceMissing();
        }

        if (seedFrom <= now || seedFrom > now.AddYears(1))
        {
            return new SeedTimeWrong();
        }

        (SeedSource, SeedFrom, IsInputOpen, PublishedAt, State) = (seedSource, seedFrom, inputIsOpen, now, PanelDrawState.Published);
        return Done.Value;
    }

    /// <summary>
    /// The first of two officers types the seed. Errors: <see cref="PanelDrawElsewhere"/>, <see cref="SeedTooEarly"/>, <see cref="SeedWrong"/>, <see cref="WitnessMissing"/>.
    /// </summary>
    /// <param name="seed">As <see cref="AsTyped"/> makes it.</param>
    public Result<Done> TypeSeed(string seed, string witness, Guid officer, DateTimeOffset now)
    {
        if (State != PanelDrawState.Published)
        {
            return new PanelDrawElsewhere();
        }

        if (now < SeedFrom)
        {
            return new SeedTooEarly();
        }

        if (seed.Count(char.IsLetterOrDigit) < ShortestSeed || seed.Length > LongestSeed)
        {
            return new SeedWrong();
        }

        if (witness.Length is 0 or > LongestText)
        {
            return new WitnessMissing();
        }

        (Seed, Witness, SeedTypedBy, State) = (seed, witness, officer, PanelDrawState.SeedTyped);
        return Done.Value;
    }

    /// <summary>The first officer typed something else than what was drawn; that it was is told. Error: <see cref="PanelDrawElsewhere"/>.</summary>
    public Result<Done> TakeBackSeed(DateTimeOffset now)
    {
        if (State != PanelDrawState.SeedTyped)
        {
            return new PanelDrawElsewhere();
        }

        SeedsTakenBack = [.. SeedsTakenBack, new SeedTakenBack(Seed, now)];
        (Seed, Witness, SeedTypedBy, State) = ("", "", null, PanelDrawState.Published);
        return Done.Value;
    }

    /// <summary>
    /// Something was wrong with what was published, or the panel will not be used. It stays public, with the reason; a new draw is made from new files.
    /// Errors: <see cref="PanelDrawElsewhere"/> for one that is not public or called back already, <see cref="RecallReasonMissing"/>.
    /// </summary>
    /// <param name="reason">1 to <see cref="LongestText"/> characters.</param>
    public Result<Done> Recall(string reason, DateTimeOffset now)
    {
        if (!IsPublic || State == PanelDrawState.Recalled)
        {
            return new PanelDrawElsewhere();
        }

        if (reason.Length is 0 or > LongestText)
        {
            return new RecallReasonMissing(LongestText);
        }

        (RecallReason, RecalledAt, State) = (reason, now, PanelDrawState.Recalled);
        return Done.Value;
    }

    /// <summary>May the second officer confirm this seed? Errors: <see cref="PanelDrawElsewhere"/>, <see cref="SeedNeedsSecondPerson"/>, <see cref="SeedsDiffer"/>.</summary>
    public Result<Done> MayDraw(string seed, Guid officer) =>
        State != PanelDrawState.SeedTyped ? new PanelDrawElsewhere()
        : officer == SeedTypedBy ? new SeedNeedsSecondPerson()
        : seed != Seed ? new SeedsDiffer()
        : Done.Value;

    /// <summary>What <see cref="PanelLottery"/> gave for the seed.</summary>
    /// <exception cref="InvalidOperationException">The seed has not been typed.</exception>
    public void HasDrawn(DrawnPanel drawn, IReadOnlyList<int> reached, DateTimeOffset now)
    {
        if (State != PanelDrawState.SeedTyped)
        {
            throw new InvalidOperationException("A panel is drawn once, from a seed.");
        }

        (Ticket, PanelPosition, Panel, Reached, DrawnAt, State) = (drawn.Ticket, drawn.Panel, drawn.People, reached, now, PanelDrawState.Drawn);
    }

    /// <summary>Error: <see cref="NotInPanel"/>, also before the draw.</summary>
    public Result<Done> MayReplace(string declined) => Sitting.Contains(declined, StringComparer.Ordinal) ? Done.Value : new NotInPanel();

    /// <param name="change">From <see cref="Replacement.Next"/>, for somebody whom <see cref="MayReplace"/> allows.</param>
    public void Replace(SeatChange change, IReadOnlyList<int> reached) => (SeatChanges, Reached) = ([.. SeatChanges, change], reached);

    public void ContactsForgotten(DateTimeOffset now) => ContactsForgottenAt ??= now;

    /// <summary>A seed as it is used: every run of white space is one space, so that two who typed the same digits typed the same seed.</summary>
    public static string AsTyped(string seed) => string.Join(' ', PlainText.Clean(seed).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
