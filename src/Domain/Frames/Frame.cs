using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Frames;

/// <summary>What the officer says about a list before it is read.</summary>
/// <param name="Source">Where it comes from, for example "Folkbokföringen, uttag 3 mars"; 1 to 120 characters.</param>
/// <param name="ReferenceDate">The day at which ages are counted.</param>
/// <param name="Youngest">Youngest age that may answer, 0 to 130; null for no limit.</param>
/// <param name="Oldest">Oldest age, not below <paramref name="Youngest"/>; null for no limit.</param>
/// <param name="Areas">Areas whose people may answer; empty for all.</param>
/// <param name="ValidFrom">The codes work from this instant; null for when the dialogue opens.</param>
/// <param name="ValidUntil">First instant at which the codes do not work; null for when the dialogue closes.</param>
public sealed record FrameSettings(
    string Source, DateOnly ReferenceDate, int? Youngest, int? Oldest, IReadOnlyList<string> Areas, DateTimeOffset? ValidFrom = null, DateTimeOffset? ValidUntil = null)
{
    public const int LongestSource = 120;

    private const int OldestPerson = 130;

    /// <summary><see cref="FrameSettingsWrong"/> for the first that is missing or impossible.</summary>
    /// <param name="today">Swedish date. A list a year ahead of it or ten years behind is a slip.</param>
    public Result<Done> Check(DateOnly today)
    {
        if (Source.Trim().Length is 0 or > LongestSource)
        {
            return new FrameSettingsWrong("source");
        }

        if (ReferenceDate < today.AddYears(-10) || ReferenceDate > today.AddYears(1))
        {
            return new FrameSettingsWrong("referenceDate");
        }

        return Youngest is < 0 or > OldestPerson || Oldest is < 0 or > OldestPerson || Youngest > Oldest || ValidFrom >= ValidUntil
            ? new FrameSettingsWrong("ages")
            : Done.Value;
    }

    public bool HoldsAge(int age) => (Youngest is null || age >= Youngest) && (Oldest is null || age <= Oldest);

    public bool HoldsArea(string area) => Areas.Count == 0 || Areas.Contains(area, StringComparer.OrdinalIgnoreCase);
}

/// <summary>
/// An urvalsram: the people who may answer one dialogue (K2). At most one per dialogue. Everything that is kept of them is in
/// <see cref="FramePerson"/>.
/// </summary>
public sealed class Frame : Entity
{
    private Frame()
    {
    }

    /// <param name="importedBy">The officer's id.</param>
    public Frame(Guid dialogueId, FrameSettings settings, int people, Guid importedBy, DateTimeOffset now)
    {
        DialogueId = dialogueId;
        Source = settings.Source.Trim();
        ReferenceDate = settings.ReferenceDate;
        Youngest = settings.Youngest;
        Oldest = settings.Oldest;
        Areas = settings.Areas;
        ValidFrom = settings.ValidFrom;
        ValidUntil = settings.ValidUntil;
        People = people;
        ImportedBy = importedBy;
        ImportedAt = now;
    }

    public Guid DialogueId { get; private set; }

    public string Source { get; private set; } = "";

    public DateOnly ReferenceDate { get; private set; }

    public int? Youngest { get; private set; }

    public int? Oldest { get; private set; }

    public IReadOnlyList<string> Areas { get; private set; } = [];

    public DateTimeOffset? ValidFrom { get; private set; }

    public DateTimeOffset? ValidUntil { get; private set; }

    /// <summary>How many were imported: the base of the response rate.</summary>
    public int People { get; private set; }

    public Guid ImportedBy { get; private set; }

    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>When people first got codes by letter; null before.</summary>
    public DateTimeOffset? CodesIssuedAt { get; private set; }

    /// <summary>When letters were last printed; null before.</summary>
    public DateTimeOffset? LettersPrintedAt { get; private set; }

    /// <summary>When names and addresses were erased; null while they are there.</summary>
    public DateTimeOffset? AddressesForgottenAt { get; private set; }

    /// <summary>When the list was frozen by a sample or a send; null before.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>How many of the people were drawn; null when all are asked.</summary>
    public int? SampleSize { get; private set; }

    /// <summary>The public seed of the sample, with which it can be drawn again; empty without one.</summary>
    public string SampleSeed { get; private set; } = "";

    /// <summary>Codes, a sample or messages hang on the people who are there, so they cannot be exchanged for others.</summary>
    public bool IsInUse => CodesIssuedAt is not null || FrozenAt is not null;

    /// <summary>Young people: messages reach them in their hours only (ux 9.5), whatever ages were typed.</summary>
    public bool IsYouth { get; private set; }

    /// <summary>Row version (PostgreSQL xmin): two who issue at once cannot both get their codes in.</summary>
    public uint Version { get; private set; }

    public void CodesIssued(DateTimeOffset now)
    {
        CodesIssuedAt ??= now;
        LettersPrintedAt = now;
    }

    public void Freeze(DateTimeOffset now) => FrozenAt ??= now;

    /// <summary>The list of a standing group, which others may join while it is asked.</summary>
    public void IsOfMembers(bool youth, DateTimeOffset now)
    {
        IsYouth = youth;
        Freeze(now);
    }

    /// <summary>One more person is asked.</summary>
    public void Grow() => People++;

    /// <summary>A sample has been drawn, in place of one before it.</summary>
    public void Drawn(int size, string seed, DateTimeOffset now)
    {
        (SampleSize, SampleSeed) = (size, seed);
        Freeze(now);
    }

    public void AddressesForgotten(DateTimeOffset now) => AddressesForgottenAt ??= now;

    /// <summary>
    /// The one place that decides whether a code opens its dialogue now, for every path (trust T07): entering it, and using what was
    /// entered. Errors: <see cref="CodeUnknown"/>, <see cref="CodeNotYetOpen"/>, <see cref="CodeExpired"/>.
    /// </summary>
    /// <param name="person">Whose secret was right, or null.</param>
    /// <param name="opensAt">When the dialogue takes answers; null when that is not decided.</param>
    /// <param name="closesAt">First instant at which it does not; null when that is not decided.</param>
    public static Result<Done> Opens(Frame? frame, FramePerson? person, DateTimeOffset? opensAt, DateTimeOffset? closesAt, DateTimeOffset now)
    {
        if (frame is null || person is null || person.State != FramePersonState.Active)
        {
            return new CodeUnknown();
        }

        DateTimeOffset?[] ends = [frame.ValidUntil, closesAt];
        if (now >= ends.Min())
        {
            return new CodeExpired();
        }

        var from = opensAt is null ? null : frame.ValidFrom > opensAt ? frame.ValidFrom : opensAt;
        return from is null || now < from ? new CodeNotYetOpen(from) : Done.Value;
    }
}
