using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Themes;

/// <param name="Stems">The stems of the text that are typical of the theme.</param>
public sealed record ThemeSuggestion(Guid ThemeId, IReadOnlyList<string> Stems);

/// <summary>
/// Which stems are typical of the texts that people have put in each theme, against all other coded texts, and so which themes a new text may belong to.
/// Always a proposal: nothing is coded by it.
/// </summary>
public sealed class ThemeSuggestions
{
    /// <summary>G² at p = 0.001 with one degree of freedom.</summary>
    public const double LeastKeyness = 10.83;

    /// <summary>Themes proposed for one text.</summary>
    public const int Most = 3;

    private readonly Dictionary<Guid, Dictionary<string, double>> _typical;

    private ThemeSuggestions(Dictionary<Guid, Dictionary<string, double>> typical) => _typical = typical;

    /// <param name="inForce">The coding in force of each text that has one.</param>
    public static ThemeSuggestions Of(
        IReadOnlyCollection<CodingInput> inputs, IReadOnlyCollection<CodingTheme> themes, IReadOnlyDictionary<Guid, ThemeCoding> inForce)
    {
        var coded = inputs.Where(i => inForce.ContainsKey(i.Id)).ToList();
        return new ThemeSuggestions(themes.ToDictionary(t => t.Id, t =>
        {
            var split = coded.ToLookup(i => inForce[i.Id].Has(t.Id));
            return Keyness.Of(Count(split[true]), Count(split[false])).Where(k => k.LogLikelihood >= LeastKeyness)
                .ToDictionary(k => k.Word, k => k.LogLikelihood, StringComparer.Ordinal);
        }));
    }

    /// <summary>Typical stems of a theme, most typical first.</summary>
    public IReadOnlyList<string> TypicalOf(Guid themeId) => [.. _typical[themeId].OrderByDescending(s => s.Value).Select(s => s.Key)];

    /// <summary>Themes with the most typical stems first; empty where none is touched.</summary>
    public IReadOnlyList<ThemeSuggestion> For(CodingInput input) =>
    [
        .. _typical.Select(t => (Theme: t.Key, Stems: input.Stems.Where(t.Value.ContainsKey).ToList(), t.Value))
            .Where(t => t.Stems.Count > 0)
            .OrderByDescending(t => t.Stems.Sum(s => t.Value[s])).ThenBy(t => t.Theme)
            .Take(Most)
            .Select(t => new ThemeSuggestion(t.Theme, [.. t.Stems.OrderByDescending(s => t.Value[s])])),
    ];

    /// <summary>Stems of texts; one counts once in a text.</summary>
    public static IReadOnlyList<WordTally> Count(IEnumerable<CodingInput> inputs) =>
    [
        .. inputs.SelectMany(i => i.Stems.Select(s => (Stem: s, i.Person))).GroupBy(s => s.Stem, StringComparer.Ordinal)
            .Select(g => new WordTally(g.Key, g.Count(), g.Select(s => s.Person).Distinct().Count())),
    ];
}
