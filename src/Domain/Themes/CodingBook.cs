namespace Medborgardialog.Domain.Themes;

/// <summary>Everything of one coding set.</summary>
/// <param name="Inputs">By number.</param>
/// <param name="Themes">In the order of the codebook.</param>
/// <param name="Codings">Those that are not replaced.</param>
/// <param name="Quotes">In the order they were chosen.</param>
public sealed record CodingBook(
    CodingSet Set, IReadOnlyList<CodingInput> Inputs, IReadOnlyList<CodingTheme> Themes, IReadOnlyList<ThemeCoding> Codings, IReadOnlyList<ThemeQuote> Quotes)
{
    /// <summary>The coding in force of each text that has one.</summary>
    public IReadOnlyDictionary<Guid, ThemeCoding> InForce { get; } =
        Codings.GroupBy(c => c.InputId).Select(g => ThemeCoding.InForce(g)).OfType<ThemeCoding>().ToDictionary(c => c.InputId);

    public CodingTally Tally() => CodingTally.Of(Inputs, Themes, InForce);

    public Stance? StanceOf(Guid inputId, Guid themeId) =>
        InForce.TryGetValue(inputId, out var coding) ? coding.Marks.FirstOrDefault(m => m.ThemeId == themeId)?.Stance : null;

    /// <summary>Drawn texts that both have coded and see otherwise, and that are not settled.</summary>
    public IReadOnlyList<(ThemeCoding First, ThemeCoding Second)> Unsettled() =>
        [.. Disagreeing().Where(p => !Codings.Any(c => c.InputId == p.First.InputId && c.Round == CodingRound.Settled))];

    public IReadOnlyList<(ThemeCoding First, ThemeCoding Second)> Disagreeing() => [.. CodersCompared.Pairs(Codings).Where(p => p.First.Differs(p.Second))];
}
