using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Themes;

/// <summary>How a text stands to what the people in a theme want.</summary>
public enum Stance
{
    /// <summary>Touches on it.</summary>
    Neither = 0,

    For = 1,

    Against = 2,
}

public enum CodingRound
{
    First = 1,

    /// <summary>Another person, who has not seen what the first said.</summary>
    Second = 2,

    /// <summary>What the two agreed on, with a note.</summary>
    Settled = 3,
}

/// <summary>One theme of one text.</summary>
public sealed record ThemeMark(Guid ThemeId, Stance Stance);

/// <summary>
/// What one person said that one text is about. Nothing is overwritten: a later coding of the same round replaces the earlier one, which stays.
/// A class is only ever here, never with an answer (trust R20).
/// </summary>
public sealed class ThemeCoding : Entity
{
    public const int MaxNote = 400;

    private ThemeCoding()
    {
    }

    public Guid SetId { get; private set; }

    public Guid InputId { get; private set; }

    public CodingRound Round { get; private set; }

    /// <summary>Each theme at most once, in the order of the codebook; empty when the text is about none of them.</summary>
    public IReadOnlyList<ThemeMark> Marks { get; private set; } = [];

    public Guid CoderId { get; private set; }

    public string CoderName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Why it was settled so; empty in the other rounds.</summary>
    public string Note { get; private set; } = "";

    public bool IsReplaced { get; private set; }

    /// <summary>
    /// Codes a text. Null when the coder has said the same before. Errors: <see cref="CodingReleased"/>, <see cref="ThemeGone"/>, <see cref="InputNotDrawn"/>,
    /// <see cref="SecondMustBeAnother"/>, <see cref="SettleNoteMissing"/>, <see cref="NothingToSettle"/>.
    /// </summary>
    /// <param name="earlier">The codings of the text that are not replaced, at most one of each round.</param>
    public static Result<CodingChange> Code(
        CodingSet set, CodingInput input, CodingRound round, IReadOnlyCollection<ThemeMark> marks, IReadOnlyCollection<CodingTheme> themes,
        IReadOnlyCollection<ThemeCoding> earlier, Coder by, DateTimeOffset at, string note = "")
    {
        if (set.IsReleased)
        {
            return new CodingReleased();
        }

        var order = themes.ToDictionary(t => t.Id, t => t.Order);
        if (marks.Any(m => !order.ContainsKey(m.ThemeId)))
        {
            return new ThemeGone();
        }

        if (Refused(input, round, earlier, by, note) is { } refused)
        {
            return refused;
        }

        var clean = marks.DistinctBy(m => m.ThemeId).OrderBy(m => order[m.ThemeId]).ToList();
        var before = earlier.FirstOrDefault(c => c.Round == round);
        if (before is not null && before.CoderId == by.Id && before.Marks.SequenceEqual(clean) && before.Note == note.Trim())
        {
            return new CodingChange(null);
        }

        before?.Replace();
        return new CodingChange(new ThemeCoding
        {
            SetId = set.Id, InputId = input.Id, Round = round, Marks = clean, CoderId = by.Id, CoderName = by.Name, At = at, Note = note.Trim(),
        });
    }

    /// <summary>What the themes of a text are, of its codings that are not replaced: as settled, else as first said; null when nobody has said.</summary>
    public static ThemeCoding? InForce(IEnumerable<ThemeCoding> codings)
    {
        ThemeCoding? found = null;
        foreach (var coding in codings.Where(c => !c.IsReplaced && c.Round != CodingRound.Second))
        {
            found = found is null || coding.Round == CodingRound.Settled ? coding : found;
        }

        return found;
    }

    /// <summary>Whether the two rounds say different themes, or the same with another stance.</summary>
    public bool Differs(ThemeCoding other) => !Marks.SequenceEqual(other.Marks);

    public bool Has(Guid themeId) => Marks.Any(m => m.ThemeId == themeId);

    /// <summary>A theme is taken out of the codebook.</summary>
    public void Forget(Guid themeId) => Marks = [.. Marks.Where(m => m.ThemeId != themeId)];

    private static Error? Refused(CodingInput input, CodingRound round, IReadOnlyCollection<ThemeCoding> earlier, Coder by, string note)
    {
        var (first, second) = (earlier.FirstOrDefault(c => c.Round == CodingRound.First), earlier.FirstOrDefault(c => c.Round == CodingRound.Second));
        return round switch
        {
            CodingRound.Second when !input.IsDrawn => new InputNotDrawn(),
            CodingRound.Second when first?.CoderId == by.Id => new SecondMustBeAnother(),
            CodingRound.First when second?.CoderId == by.Id => new SecondMustBeAnother(),
            CodingRound.Settled when first is null || second is null || !first.Differs(second) => new NothingToSettle(),
            CodingRound.Settled when note.Trim().Length is 0 or > MaxNote => new SettleNoteMissing(MaxNote),
            _ => null,
        };
    }

    private void Replace() => IsReplaced = true;
}

/// <param name="Added">To be kept; null when nothing is new.</param>
public sealed record CodingChange(ThemeCoding? Added);
