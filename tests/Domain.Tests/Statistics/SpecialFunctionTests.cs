using CsCheck;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Statistics;

public class SpecialFunctionTests
{
    /// <summary>Oracle: Python 3 math.lgamma (C library, another series).</summary>
    [Theory]
    [InlineData(0.1, 2.2527126517342055)]
    [InlineData(0.5, 0.5723649429247004)]
    [InlineData(1, 0)]
    [InlineData(1.5, -0.12078223763524543)]
    [InlineData(2, 0)]
    [InlineData(3.7, 1.4280723266653883)]
    [InlineData(14.9, 24.924132002217277)]
    [InlineData(100.5, 361.4355404677776)]
    [InlineData(1e5, 1051287.7089736566)]
    public void Log_gamma(double x, double expected) => Close(expected, Beta.LogGamma(x), 1e-13 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Log_beta_is_the_difference_of_log_gammas() =>
        Gen.Select(Gen.Double[0.5, 40], Gen.Double[0.5, 40]).Sample((a, b) =>
            Close(Beta.LogGamma(a) + Beta.LogGamma(b) - Beta.LogGamma(a + b), Beta.LogComplete(a, b), 1e-11));

    /// <summary>Γ(a)/Γ(a + 1/2) → a^(−1/2): with a of 1e9 the plain difference of logarithms would be wrong in the sixth digit.</summary>
    [Fact]
    public void Log_beta_keeps_its_digits_for_large_parameters() =>
        Close((0.5 * Math.Log(Math.PI)) - (0.5 * Math.Log(1e9)) + (1 / 8e9), Beta.LogComplete(1e9, 0.5), 1e-13);

    /// <summary>Oracle: for whole a and b, I_x(a, b) is a sum of binomial terms, here with Python's exact fractions.</summary>
    [Theory]
    [InlineData(0.1, 2, 3, 0.0523)]
    [InlineData(0.5, 5, 5, 0.5)]
    [InlineData(0.9, 20, 3, 0.6200409384119033)]
    [InlineData(0.3, 30, 100, 0.9640543757315134)]
    [InlineData(0.01, 1, 50, 0.39499393286246337)]
    [InlineData(0.6, 600, 400, 0.4982829670062545)]
    [InlineData(0.55, 600, 400, 0.0006985900612977075)]
    public void Incomplete_beta(double x, double a, double b, double expected) => Close(expected, Beta.Regularized(x, a, b), expected * 1e-10);

    [Fact]
    public void Incomplete_beta_is_symmetric_and_rises() =>
        Gen.Select(Gen.Double[0.01, 0.98], Gen.Double[0.5, 300], Gen.Double[0.5, 300]).Sample((x, a, b) =>
        {
            Close(1, Beta.Regularized(x, a, b) + Beta.Regularized(1 - x, b, a), 1e-10);
            Assert.InRange(Beta.Regularized(x, a, b), 0, Beta.Regularized(x + 0.01, a, b) + 1e-12);
        });

    [Fact]
    public void Incomplete_beta_knows_its_ends_and_its_range()
    {
        Assert.Equal(0, Beta.Regularized(0, 2, 3));
        Assert.Equal(1, Beta.Regularized(1, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Beta.Regularized(1.1, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Beta.Regularized(double.NaN, 2, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Beta.Regularized(0.5, 0, 3));
    }

    /// <summary>Four fair coins: 1, 4, 6, 4, 1 of 16.</summary>
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1 / 16.0)]
    [InlineData(1, 5 / 16.0)]
    [InlineData(2, 11 / 16.0)]
    [InlineData(3, 15 / 16.0)]
    [InlineData(4, 1)]
    public void Binomial(int heads, double expected) => Close(expected, Beta.BinomialCdf(heads, 4, 0.5), 1e-14);

    [Fact]
    public void Binomial_with_certainty()
    {
        Assert.Equal(1, Beta.BinomialCdf(0, 4, 0));
        Assert.Equal(0, Beta.BinomialCdf(3, 4, 1));
    }

    /// <summary>Oracle: Python 3 math.erfc.</summary>
    [Theory]
    [InlineData(-8, 6.220960574271819e-16)]
    [InlineData(-5, 2.866515718791946e-07)]
    [InlineData(-3, 0.0013498980316300957)]
    [InlineData(-1.96, 0.024997895148220435)]
    [InlineData(-1, 0.15865525393145707)]
    [InlineData(0, 0.5)]
    [InlineData(0.3, 0.6179114221889526)]
    [InlineData(1.999, 0.9771958230673411)]
    [InlineData(2.001, 0.9773038050543584)]
    [InlineData(6, 0.9999999990134123)]
    public void Normal_distribution(double z, double expected)
    {
        Close(expected, Normal.Cdf(z), expected * 1e-13);
        Close(2 * Math.Min(expected, 1 - expected), Normal.TwoSidedP(z), 2 * expected * 1e-13);
    }

    /// <summary>Oracle: Python 3 statistics.NormalDist (algorithm AS 241).</summary>
    [Theory]
    [InlineData(1e-12, -7.034483825301132)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(0.025, -1.9599639845400538)]
    [InlineData(0.3, -0.5244005127080407)]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 1.2815515655446008)]
    [InlineData(0.999, 3.090232306167813)]
    public void Normal_quantile(double p, double expected) => Close(expected, Normal.Quantile(p), 1e-11);

    [Fact]
    public void Normal_quantile_undoes_the_distribution() =>
        Gen.Double[1e-9, 1 - 1e-9].Sample(p => Close(p, Normal.Cdf(Normal.Quantile(p)), 1e-12));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Certainty_has_no_quantile(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Quantile(p));
        Assert.Throws<ArgumentOutOfRangeException>(() => Normal.Critical(p));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Critical(p, 5));
    }

    /// <summary>Oracle: the density integrated by Simpson's rule with 400,000 steps (Python 3).</summary>
    [Theory]
    [InlineData(2.0, 5, 0.10193947882985899)]
    [InlineData(1.3, 2.5, 0.3004867892707085)]
    [InlineData(3.1, 17.3, 0.0064021706499497455)]
    [InlineData(0.4, 100, 0.6900096744078987)]
    [InlineData(0, 7, 1)]
    public void Student_distribution(double t, double degrees, double expected)
    {
        Close(expected, StudentT.TwoSidedP(t, degrees), 1e-11);
        Close(expected, StudentT.TwoSidedP(-t, degrees), 1e-11);
        Close(1 - (expected / 2), StudentT.Cdf(t, degrees), 1e-11);
        Close(expected / 2, StudentT.Cdf(-t, degrees), 1e-11);
    }

    /// <summary>The printed table (Fisher and Yates 1963, table III), three decimals.</summary>
    [Theory]
    [InlineData(0.95, 1, 12.706)]
    [InlineData(0.95, 2, 4.303)]
    [InlineData(0.95, 10, 2.228)]
    [InlineData(0.95, 30, 2.042)]
    [InlineData(0.99, 10, 3.169)]
    [InlineData(0.90, 20, 1.725)]
    [InlineData(0.999, 5, 6.869)]
    public void Student_quantile_as_in_the_table(double confidence, double degrees, double expected) =>
        Assert.Equal(expected, Math.Round(StudentT.Critical(confidence, degrees), 3));

    /// <summary>Closed forms for 1 and 2 degrees; for fractional degrees the integrated density, solved by halving (Python 3).</summary>
    [Theory]
    [InlineData(0.95, 1, 12.706204736174696)]
    [InlineData(0.95, 2, 4.302652729749463)]
    [InlineData(0.95, 3.5, 2.940088637982727)]
    [InlineData(0.99, 12.25, 3.04322831041135)]
    public void Student_quantile(double confidence, double degrees, double expected) => Close(expected, StudentT.Critical(confidence, degrees), 1e-8);

    [Fact]
    public void Student_becomes_normal() => Close(Normal.Critical(0.95), StudentT.Critical(0.95, 1e9), 1e-8);

    private static void Close(double expected, double actual, double error) => Assert.InRange(actual, expected - error, expected + error);
}
