namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>Those in a theme, and the quotes that are chosen for it.</summary>
/// <param name="PersonsFor">Persons in the theme who are for, 0 or more.</param>
/// <param name="PersonsAgainst">Persons in the theme who are against. Those who are neither are in neither.</param>
/// <param name="QuotesFor">Quotes by somebody who is for.</param>
/// <param name="QuotesAgainst">Quotes by somebody who is against.</param>
public sealed record ThemeBalance(int PersonsFor, int PersonsAgainst, int QuotesFor, int QuotesAgainst);

public enum QuoteLean
{
    /// <summary>No person or no quote with a side, so there is nothing to weigh.</summary>
    NothingToWeigh,

    /// <summary>As near to the theme as whole quotes can come.</summary>
    Balanced,

    TowardsFor,

    TowardsAgainst,
}

/// <param name="ShareFor">Of the persons with a side, 0 to 1; null when there are none.</param>
/// <param name="QuoteShareFor">Of the quotes with a side, 0 to 1; null when there are none.</param>
/// <param name="TooMany">How many quotes more than the theme calls for the side that quotes lean to has; 0 when they do not lean.</param>
/// <param name="MissingFor">At least a tenth of the persons are for, and no quote is (requirement E12, ux 10.6).</param>
/// <param name="MissingAgainst">At least a tenth of the persons are against, and no quote is.</param>
public sealed record BalanceReading(
    QuoteLean Lean, double? ShareFor, double? QuoteShareFor, double TooMany, bool MissingFor, bool MissingAgainst);

/// <summary>
/// Do the quotes of a theme lean more to one side than its persons do (ux 9.6)? With q quotes the theme's share p calls for q·p of them; whole quotes can always come
/// within one of that, so quotes lean when they are more than one quote away. With a single quote that never happens, and what is left to see is whether a side is missing.
/// </summary>
public static class BalanceMeter
{
    /// <summary>A side of at least this share of the persons is to be heard, in per cent.</summary>
    public const int SideToHear = 10;

    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static BalanceReading Of(ThemeBalance theme)
    {
        foreach (var number in new[] { theme.PersonsFor, theme.PersonsAgainst, theme.QuotesFor, theme.QuotesAgainst })
        {
            ArgumentOutOfRangeException.ThrowIfNegative(number, nameof(theme));
        }

        var (persons, quotes) = (theme.PersonsFor + theme.PersonsAgainst, theme.QuotesFor + theme.QuotesAgainst);
        double? share = persons == 0 ? null : (double)theme.PersonsFor / persons;
        double? quoted = quotes == 0 ? null : (double)theme.QuotesFor / quotes;

        // In whole numbers, so that exactly one quote is not more than one: |qf·N − q·nf| > N.
        var beyond = ((long)theme.QuotesFor * persons) - ((long)quotes * theme.PersonsFor);
        var lean = share is null || quoted is null ? QuoteLean.NothingToWeigh
            : Math.Abs(beyond) <= persons ? QuoteLean.Balanced
            : beyond > 0 ? QuoteLean.TowardsFor
            : QuoteLean.TowardsAgainst;
        return new BalanceReading(
            lean,
            share,
            quoted,
            lean is QuoteLean.TowardsFor or QuoteLean.TowardsAgainst ? Math.Abs((double)beyond) / persons : 0,
            quotes > 0 && theme.QuotesFor == 0 && IsSide(theme.PersonsFor),
            quotes > 0 && theme.QuotesAgainst == 0 && IsSide(theme.PersonsAgainst));

        bool IsSide(int number) => persons > 0 && number * 100L >= (long)SideToHear * persons;
    }
}
