namespace Medborgardialog.Domain.Statistics;

/// <summary>How far a coding can be trusted, after Krippendorff 2004, Human Communication Research 30, 411–433, p. 429.</summary>
public enum AgreementLevel
{
    /// <summary>α below 0.667: not to be built upon.</summary>
    TooLow,

    /// <summary>α from 0.667: for tentative conclusions only.</summary>
    Tentative,

    /// <summary>α from 0.800.</summary>
    Reliable,
}

/// <summary>How well two coders agree.</summary>
/// <param name="Units">Texts that both have coded, 0 or more.</param>
/// <param name="Agreeing">Texts that both gave the same value.</param>
/// <param name="Kappa">
/// Cohen's κ, −1 to 1: (pₒ − pₑ)/(1 − pₑ), with pₑ from the distribution of each coder (Cohen 1960, Educational and Psychological Measurement 20, 37–46).
/// Null when nothing is coded, or both put all texts in one and the same category.
/// </param>
/// <param name="KappaError">
/// Standard error of κ, 0 or more (Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72, 323–327, unweighted). A large-sample figure: rough below some
/// 50 texts. Null where κ is.
/// </param>
/// <param name="Alpha">
/// Krippendorff's α for nominal values, at most 1: 1 − Dₒ/Dₑ, with Dₑ from both coders' values together, drawn without replacement (Krippendorff 2004,
/// Content Analysis, 2nd ed., 11.3). Null when nothing is coded, or there is one value only.
/// </param>
public sealed record AgreementFigure(int Units, int Agreeing, double? Kappa, double? KappaError, double? Alpha)
{
    /// <summary>0 to 1; null when nothing is coded. Does not take away what agrees by chance.</summary>
    public double? Observed => Units == 0 ? null : (double)Agreeing / Units;

    /// <summary>κ ± z standard errors, cut to [−1, 1]; null where κ is.</summary>
    public ConfidenceInterval? KappaInterval(double confidence = Certainty.Standard) =>
        Kappa is not { } kappa || KappaError is not { } error ? null
            : new ConfidenceInterval(Math.Max(-1, kappa - (Normal.Critical(confidence) * error)), Math.Min(1, kappa + (Normal.Critical(confidence) * error)));

    /// <summary>By α; null where α is.</summary>
    public AgreementLevel? Level => Alpha is not { } alpha ? null
        : alpha >= 0.8 ? AgreementLevel.Reliable
        : alpha >= 0.667 ? AgreementLevel.Tentative
        : AgreementLevel.TooLow;
}

/// <summary>The themes that two coders, apart from each other, gave one text. A text may have several, or none.</summary>
public sealed record CodedTwice<TTheme>(IReadOnlySet<TTheme> First, IReadOnlySet<TTheme> Second)
    where TTheme : notnull;

/// <param name="Figure">Whether the theme is there or not, over all texts that both coded.</param>
/// <param name="FirstOnly">Texts to which only the first coder gave it.</param>
/// <param name="SecondOnly">Texts to which only the second coder gave it.</param>
public sealed record ThemeAgreement<TTheme>(TTheme Theme, AgreementFigure Figure, int FirstOnly, int SecondOnly)
    where TTheme : notnull;

/// <param name="MeanKappa">Mean of κ over the themes that have one; null when none has. Every theme counts the same, a rare one too.</param>
/// <param name="MeanAlpha">Mean of α over the themes that have one.</param>
/// <param name="ThemesInMean">How many themes the means are of.</param>
public sealed record CodingAgreement<TTheme>(IReadOnlyList<ThemeAgreement<TTheme>> Themes, double? MeanKappa, double? MeanAlpha, int ThemesInMean)
    where TTheme : notnull;

/// <summary>
/// Agreement between two coders on nominal values, for the method part of a report (ux 10.9). Limits: with very rare or very common themes both coefficients
/// are low although nearly all texts agree (Feinstein and Cicchetti 1990, Journal of Clinical Epidemiology 43, 543–549), so the observed share stands beside
/// them; and agreement is not correctness.
/// </summary>
public static class Agreement
{
    /// <summary>One value per text and coder.</summary>
    /// <param name="codings">One pair per text that both have coded, in any order.</param>
    public static AgreementFigure Of<TValue>(IReadOnlyList<(TValue First, TValue Second)> codings)
        where TValue : notnull
    {
        var count = codings.Count;
        var agreeing = codings.Count(c => EqualityComparer<TValue>.Default.Equals(c.First, c.Second));
        if (count == 0)
        {
            return new AgreementFigure(0, 0, null, null, null);
        }

        var first = codings.GroupBy(c => c.First).ToDictionary(g => g.Key, g => g.Count());
        var second = codings.GroupBy(c => c.Second).ToDictionary(g => g.Key, g => g.Count());
        var values = first.Keys.Union(second.Keys).ToList();
        if (values.Count == 1)
        {
            return new AgreementFigure(count, agreeing, null, null, null);
        }

        var observed = (double)agreeing / count;
        var expected = values.Sum(v => (double)first.GetValueOrDefault(v) / count * second.GetValueOrDefault(v) / count);
        var cells = codings.GroupBy(c => c).Select(g => (
            Same: EqualityComparer<TValue>.Default.Equals(g.Key.First, g.Key.Second),
            Share: (double)g.Count() / count,
            Margins: (double)Margins(g.Key.First, g.Key.Second) / count));
        return new AgreementFigure(count, agreeing, (observed - expected) / (1 - expected), KappaError([.. cells], observed, expected, count), AlphaOf());

        // What the first coder gave the value that the second chose here, and the other way round.
        int Margins(TValue a, TValue b) => second.GetValueOrDefault(a) + first.GetValueOrDefault(b);

        double AlphaOf()
        {
            var all = 2.0 * count;
            var same = values.Sum(v => first.GetValueOrDefault(v) + second.GetValueOrDefault(v) is var n ? n * (n - 1.0) : 0);
            return 1 - ((1 - observed) / (1 - (same / (all * (all - 1)))));
        }
    }

    /// <summary>Per theme, there or not, and the mean over themes.</summary>
    /// <param name="texts">Texts that both have coded, those without a theme included: that both saw nothing is agreement too.</param>
    /// <param name="themes">The themes that could be chosen.</param>
    public static CodingAgreement<TTheme> PerTheme<TTheme>(IReadOnlyList<CodedTwice<TTheme>> texts, IReadOnlyList<TTheme> themes)
        where TTheme : notnull
    {
        var figures = themes.Select(theme =>
        {
            var codings = texts.Select(t => (t.First.Contains(theme), t.Second.Contains(theme))).ToList();
            return new ThemeAgreement<TTheme>(theme, Of(codings), codings.Count(c => c is (true, false)), codings.Count(c => c is (false, true)));
        }).ToList();

        // Averages of nullables leave out the themes that say nothing, and κ and α are null together.
        return new CodingAgreement<TTheme>(
            figures, figures.Average(f => f.Figure.Kappa), figures.Average(f => f.Figure.Alpha), figures.Count(f => f.Figure.Kappa is not null));
    }

    private static double KappaError(IReadOnlyList<(bool Same, double Share, double Margins)> cells, double observed, double expected, int count)
    {
        var (rest, miss) = (1 - expected, 1 - observed);
        var onDiagonal = cells.Where(c => c.Same).Sum(c => c.Share * Square(rest - (c.Margins * miss)));
        var outside = miss * miss * cells.Where(c => !c.Same).Sum(c => c.Share * Square(c.Margins));
        var variance = (onDiagonal + outside - Square((observed * expected) - (2 * expected) + observed)) / (count * Square(Square(rest)));

        // Full agreement gives 0, and rounding must not make that negative.
        return Math.Sqrt(Math.Max(0, variance));
    }

    private static double Square(double x) => x * x;
}
