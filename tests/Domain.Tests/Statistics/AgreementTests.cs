using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class AgreementTests
{
    private static readonly Gen<(int First, int Second)[]> Codings = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Array[1, 40];

    /// <summary>Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A and B: two observers, no missing values.</summary>
    [Theory]
    [InlineData("0100000010", "1110010000", 0.095)]
    [InlineData("aabbdcccedda", "babbbccceddd", 0.692)]
    public void Alpha_as_published(string first, string second, double alpha) =>
        Assert.Equal(alpha, Math.Round(Agreement.Of([.. first.Zip(second)]).Alpha!.Value, 3));

    /// <summary>Hundred patients and three diagnoses (Fleiss, Levin and Paik 2003, table 18.1): κ = 0.676. The error by its formula in Python 3.</summary>
    [Fact]
    public void Kappa_as_published()
    {
        var figure = Agreement.Of(Table((1, 1, 75), (1, 2, 1), (1, 3, 4), (2, 1, 5), (2, 2, 4), (2, 3, 1), (3, 3, 10)));

        Assert.Equal(0.89, figure.Observed!.Value, 1e-12);
        Assert.Equal(0.676470588235294, figure.Kappa!.Value, 1e-12);
        Assert.Equal(0.0877029534752125, figure.KappaError!.Value, 1e-12);
        Assert.Equal(0.676470588235294 - (1.959963984540054 * 0.0877029534752125), figure.KappaInterval()!.Lower, 1e-9);
    }

    [Fact]
    public void It_does_not_matter_who_is_first_or_what_the_values_are_called() =>
        Codings.Sample(codings =>
        {
            var (figure, turned) = (Agreement.Of(codings), Agreement.Of([.. codings.Select(c => (9 - c.Second, 9 - c.First))]));

            Assert.Equal(figure.Kappa ?? 7, turned.Kappa ?? 7, 1e-9);
            Assert.Equal(figure.KappaError ?? 7, turned.KappaError ?? 7, 1e-9);
            Assert.Equal(figure.Alpha ?? 7, turned.Alpha ?? 7, 1e-9);
            Assert.Equal(figure.Agreeing, turned.Agreeing);
        });

    /// <summary>Then pₑ is the same, but for α the second value is drawn among the 2n − 1 that remain: 1 − κ = (1 − α)·2n/(2n − 1).</summary>
    [Fact]
    public void Alpha_is_kappa_but_for_one_text_when_both_use_the_values_as_often() =>
        Codings.Sample(codings =>
        {
            // Adding the pairs turned round makes the margins the same.
            var figure = Agreement.Of([.. codings, .. codings.Select(c => (c.Second, c.First))]);
            if (figure is { Kappa: { } kappa, Alpha: { } alpha })
            {
                Assert.Equal(1 - kappa, (1 - alpha) * (2.0 * figure.Units) / ((2.0 * figure.Units) - 1), 1e-9);
            }
        });

    [Fact]
    public void All_the_same_is_one_and_the_error_is_nothing() =>
        Gen.Int[0, 3].Array[2, 30].Where(v => v.Distinct().Count() > 1).Sample(values =>
        {
            var figure = Agreement.Of([.. values.Select(v => (v, v))]);

            Assert.Equal(1, figure.Kappa!.Value, 1e-12);
            Assert.Equal(1, figure.Alpha!.Value, 1e-12);
            Assert.Equal(0, figure.KappaError!.Value, 1e-7);
            Assert.Equal(AgreementLevel.Reliable, figure.Level);
        });

    /// <summary>Both coders toss coins: κ is 0 in the long run, though half of the texts agree.</summary>
    [Fact]
    public void What_agrees_by_chance_is_taken_away()
    {
        var figure = Agreement.Of(Table((0, 0, 25), (0, 1, 25), (1, 0, 25), (1, 1, 25)));

        Assert.Equal((0.5, 0.0), (figure.Observed!.Value, figure.Kappa!.Value));
        Assert.Equal(AgreementLevel.TooLow, figure.Level);
    }

    [Fact]
    public void Where_only_one_value_is_used_nothing_can_be_said()
    {
        var figure = Agreement.Of(Table((1, 1, 30)));

        Assert.Equal(new AgreementFigure(30, 30, null, null, null), figure);
        Assert.Null(figure.KappaInterval());
        Assert.Null(figure.Level);
        Assert.Null(Agreement.Of(Array.Empty<(int, int)>()).Observed);
    }

    [Fact]
    public void Each_theme_has_its_own_figure_and_the_mean_is_of_those_that_have_one()
    {
        CodedTwice<string>[] texts =
        [
            .. Enumerable.Repeat(Coded("buss kö", "buss"), 10), .. Enumerable.Repeat(Coded("buss", "buss"), 10),
            .. Enumerable.Repeat(Coded("kö", "kö"), 10), .. Enumerable.Repeat(Coded("", ""), 10),
        ];

        var agreement = Agreement.PerTheme(texts, ["buss", "kö", "ljus"]);

        // Kö: 30 of 40 agree, margins 20 and 10 of 40, so 3/4 − 1/2 over 1/2.
        Assert.Equal([1, 0.5], agreement.Themes.Take(2).Select(t => Math.Round(t.Figure.Kappa!.Value, 12)));
        Assert.Equal((10, 0), (agreement.Themes[1].FirstOnly, agreement.Themes[1].SecondOnly));
        Assert.Null(agreement.Themes[2].Figure.Kappa);
        Assert.Equal(0.75, agreement.MeanKappa!.Value, 1e-12);
        Assert.Equal(2, agreement.ThemesInMean);
        Assert.Null(Agreement.PerTheme(texts, ["ljus"]).MeanAlpha);
    }

    private static CodedTwice<string> Coded(string first, string second) => new(Set(first), Set(second));

    private static HashSet<string> Set(string themes) => [.. themes.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static (int First, int Second)[] Table(params (int First, int Second, int Times)[] cells) =>
        [.. cells.SelectMany(c => Enumerable.Repeat((c.First, c.Second), c.Times))];
}
