using CsCheck;
using Medborgardialog.Domain.Evidence.Measures;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

public class BalanceMeterTests
{
    [Theory]
    [InlineData(30, 30, 2, 2, QuoteLean.Balanced, 0)]
    [InlineData(30, 30, 3, 1, QuoteLean.Balanced, 0)]
    [InlineData(30, 30, 4, 0, QuoteLean.TowardsFor, 2)]
    [InlineData(45, 15, 0, 4, QuoteLean.TowardsAgainst, 3)]
    [InlineData(45, 15, 2, 2, QuoteLean.Balanced, 0)]
    [InlineData(46, 14, 2, 2, QuoteLean.TowardsAgainst, 1.0666666667)]
    [InlineData(0, 0, 2, 2, QuoteLean.NothingToWeigh, 0)]
    [InlineData(30, 30, 0, 0, QuoteLean.NothingToWeigh, 0)]
    public void Quotes_lean_when_they_are_more_than_one_quote_from_the_theme(int persons, int against, int quotes, int quotesAgainst, QuoteLean lean, double tooMany)
    {
        var reading = BalanceMeter.Of(new ThemeBalance(persons, against, quotes, quotesAgainst));

        Assert.Equal(lean, reading.Lean);
        Assert.Equal(tooMany, reading.TooMany, 1e-9);
    }

    [Theory]
    [InlineData(90, 10, 3, 0, false, true)]
    [InlineData(91, 9, 3, 0, false, false)]
    [InlineData(10, 90, 0, 1, true, false)]
    [InlineData(3, 27, 0, 2, true, false)]
    [InlineData(50, 50, 0, 0, false, false)]
    [InlineData(0, 0, 1, 0, false, false)]
    public void A_side_of_a_tenth_is_to_be_heard(int persons, int against, int quotes, int quotesAgainst, bool missingFor, bool missingAgainst)
    {
        var reading = BalanceMeter.Of(new ThemeBalance(persons, against, quotes, quotesAgainst));

        Assert.Equal((missingFor, missingAgainst), (reading.MissingFor, reading.MissingAgainst));
    }

    /// <summary>Whatever the theme, somebody who chooses as many of each side as it calls for, to the nearest whole quote, is never told to lean.</summary>
    [Fact]
    public void Quotes_chosen_as_the_theme_calls_for_never_lean_and_sides_can_change_places() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 200], Gen.Int[1, 12], Gen.Int[0, 12]).Sample((persons, against, quotes, other) =>
        {
            if (persons + against > 0)
            {
                var called = (int)Math.Round((double)quotes * persons / (persons + against));
                Assert.Equal(QuoteLean.Balanced, BalanceMeter.Of(new ThemeBalance(persons, against, called, quotes - called)).Lean);
            }

            var (there, back) = (BalanceMeter.Of(new ThemeBalance(persons, against, quotes, other)), BalanceMeter.Of(new ThemeBalance(against, persons, other, quotes)));
            Assert.Equal(there.Lean == QuoteLean.TowardsFor, back.Lean == QuoteLean.TowardsAgainst);
            Assert.Equal((there.MissingFor, there.TooMany), (back.MissingAgainst, back.TooMany));
        });

    [Fact]
    public void Numbers_below_nothing_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => BalanceMeter.Of(new ThemeBalance(1, 1, -1, 1)));
}
