namespace Medborgardialog.Domain.Statistics;

/// <summary>A word, as the caller has divided and folded it, in a set of texts.</summary>
/// <param name="Times">Occurrences, 0 or more.</param>
/// <param name="Persons">Persons who used it, 0 to <paramref name="Times"/>.</param>
public sealed record WordTally(string Word, int Times, int Persons);

/// <summary>A word that stands out in a set of texts.</summary>
/// <param name="Times">Occurrences in the set.</param>
/// <param name="Persons">Persons in the set who used it.</param>
/// <param name="Elsewhere">Occurrences in the rest.</param>
/// <param name="LogLikelihood">G², 0 or more.</param>
/// <param name="PValue">0 to 1, by χ² with one degree of freedom.</param>
/// <param name="AdjustedP">After Benjamini and Hochberg over all words of both sets.</param>
/// <param name="DifferencePercent">
/// %DIFF: how many per cent more common the word is in the set than in the rest, above 0 (Gabrielatos 2018, in Corpus Approaches to Discourse, ch. 12).
/// Null when the rest does not have it at all: then there is no percentage, only "found here alone".
/// </param>
public sealed record KeyWord(string Word, int Times, int Persons, int Elsewhere, double LogLikelihood, double PValue, double AdjustedP, double? DifferencePercent);

/// <summary>
/// Which words are typical of one set of texts, against the rest: Dunning's log-likelihood ratio of the four-cell table (the word or any other word, here or
/// elsewhere), Dunning 1993, Computational Linguistics 19, 61–74. Chosen over χ² because most words are rare.
/// Limits: words within a text are not independent, so the p-values are too small and are a way to sort, not a finding about residents (Kilgarriff 2005,
/// Corpus Linguistics and Linguistic Theory 1, 263–276); that is why a word must come from several persons, and why the size of the difference stands beside.
/// </summary>
public static class Keyness
{
    /// <summary>A word of fewer persons than this tells of them and not of the theme.</summary>
    public const int FewestPersons = 3;

    /// <summary>G² of a word against all other words: 2·Σ O·ln(O/E) over the four cells; 0 when the word is as common in both, or a set is empty.</summary>
    /// <param name="times">Occurrences in the set, 0 to <paramref name="words"/>.</param>
    /// <param name="words">All words of the set.</param>
    /// <param name="elsewhere">Occurrences in the rest, 0 to <paramref name="otherWords"/>.</param>
    /// <param name="otherWords">All words of the rest.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or larger than its total.</exception>
    public static double LogLikelihood(long times, long words, long elsewhere, long otherWords)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(times);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(times, words);
        ArgumentOutOfRangeException.ThrowIfNegative(elsewhere);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elsewhere, otherWords);
        double all = words + otherWords, hits = times + elsewhere;
        var sum = Cell(times, words, hits) + Cell(words - times, words, all - hits)
            + Cell(elsewhere, otherWords, hits) + Cell(otherWords - elsewhere, otherWords, all - hits);

        // Where nothing differs the terms cancel to the last digits only.
        return Math.Max(0, 2 * sum);

        double Cell(double observed, double row, double column) => observed == 0 ? 0 : observed * Math.Log(observed * all / (row * column));
    }

    /// <summary>The words that are more common in the set than in the rest.</summary>
    /// <param name="here">Every word of the set once.</param>
    /// <param name="elsewhere">Every word of the rest once, divided and folded in the same way.</param>
    /// <returns>Highest G² first, then by word. Words of fewer than <paramref name="fewestPersons"/> persons are left out after all words were tested.</returns>
    /// <exception cref="ArgumentException">A word stands twice in a set.</exception>
    public static IReadOnlyList<KeyWord> Of(IReadOnlyList<WordTally> here, IReadOnlyList<WordTally> elsewhere, int fewestPersons = FewestPersons)
    {
        var set = here.ToDictionary(w => w.Word, StringComparer.Ordinal);
        var rest = elsewhere.ToDictionary(w => w.Word, StringComparer.Ordinal);
        var (words, otherWords) = (here.Sum(w => (long)w.Times), elsewhere.Sum(w => (long)w.Times));
        if (words == 0 || otherWords == 0)
        {
            return [];
        }

        var tested = set.Keys.Union(rest.Keys, StringComparer.Ordinal).Select(word =>
        {
            var (mine, others) = (set.GetValueOrDefault(word) ?? new WordTally(word, 0, 0), rest.GetValueOrDefault(word)?.Times ?? 0);
            var g2 = LogLikelihood(mine.Times, words, others, otherWords);

            // The root of a χ² with one degree of freedom is the absolute value of a standard normal variable.
            return (Word: mine, Others: others, G2: g2, P: Normal.TwoSidedP(Math.Sqrt(g2)));
        }).ToList();
        var adjusted = MultipleTesting.Adjust([.. tested.Select(t => t.P)]);
        return
        [
            .. tested.Zip(adjusted, (t, p) => new KeyWord(t.Word.Word, t.Word.Times, t.Word.Persons, t.Others, t.G2, t.P, p, Percent(t.Word.Times, t.Others)))
                .Where(k => k.Persons >= fewestPersons && k.Times * (double)otherWords > k.Elsewhere * (double)words)
                .OrderByDescending(k => k.LogLikelihood).ThenBy(k => k.Word, StringComparer.Ordinal),
        ];

        double? Percent(int times, int others) => others == 0 ? null : ((times * (double)otherWords / (others * (double)words)) - 1) * 100;
    }
}
