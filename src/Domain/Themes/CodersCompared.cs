using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Themes;

/// <summary>How the two rounds of a coding agree, over the texts that both have coded. What was settled afterwards does not count.</summary>
public static class CodersCompared
{
    /// <param name="codings">Those that are not replaced.</param>
    public static CodingAgreement<Guid> Of(IEnumerable<ThemeCoding> codings, IReadOnlyCollection<CodingTheme> themes) =>
        Agreement.PerTheme([.. Pairs(codings).Select(p => new CodedTwice<Guid>(Themes(p.First), Themes(p.Second)))], [.. themes.OrderBy(t => t.Order).Select(t => t.Id)]);

    /// <summary>Each text that both have coded, with what each said.</summary>
    public static IReadOnlyList<(ThemeCoding First, ThemeCoding Second)> Pairs(IEnumerable<ThemeCoding> codings) =>
    [
        .. codings.GroupBy(c => c.InputId)
            .Select(g => (First: g.FirstOrDefault(c => c.Round == CodingRound.First), Second: g.FirstOrDefault(c => c.Round == CodingRound.Second)))
            .Where(p => p.First is not null && p.Second is not null)
            .Select(p => (p.First!, p.Second!)),
    ];

    private static HashSet<Guid> Themes(ThemeCoding coding) => [.. coding.Marks.Select(m => m.ThemeId)];
}
