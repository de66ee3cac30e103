namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// Response rates after AAPOR, Standard Definitions (10th ed. 2023), with a named list of persons as the frame.
/// Letters that came back and people who do not belong to the population are not in the base, which is what Swedish reports usually print and is AAPOR's RR5;
/// <see cref="Minimum"/> is RR1, which keeps the letters that came back in the base since those persons may well belong to the population.
/// </summary>
public sealed record ResponseRate
{
    /// <param name="invited">Persons who were sent an invitation.</param>
    /// <param name="undeliverable">Of them, those whose every invitation came back: eligibility unknown.</param>
    /// <param name="ineligible">Of them, those found not to belong to the population: moved out, died, no longer users.</param>
    /// <param name="completed">Of the rest, complete answers.</param>
    /// <param name="partial">Of the rest, answers that were begun and are used in part.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the parts are more than were invited.</exception>
    public ResponseRate(int invited, int undeliverable, int ineligible, int completed, int partial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(undeliverable);
        ArgumentOutOfRangeException.ThrowIfNegative(ineligible);
        ArgumentOutOfRangeException.ThrowIfNegative(completed);
        ArgumentOutOfRangeException.ThrowIfNegative(partial);
        ArgumentOutOfRangeException.ThrowIfLessThan(invited, (long)undeliverable + ineligible + completed + partial, nameof(invited));
        (Invited, Undeliverable, Ineligible, Completed, Partial) = (invited, undeliverable, ineligible, completed, partial);
    }

    public int Invited { get; }

    public int Undeliverable { get; }

    public int Ineligible { get; }

    public int Completed { get; }

    public int Partial { get; }

    /// <summary>Persons who could have answered: invited less undeliverable less ineligible.</summary>
    public int Base => Invited - Undeliverable - Ineligible;

    /// <summary>Persons in the base who have not answered at all.</summary>
    public int Missing => Base - Completed - Partial;

    /// <summary>Complete answers by base (RR5), 0 to 1; null when the base is empty.</summary>
    public double? Rate => Of(Completed, Base);

    /// <summary>Complete and partial answers by base (RR6).</summary>
    public double? RateWithPartial => Of(Completed + Partial, Base);

    /// <summary>Complete answers by everyone not known to be outside the population (RR1): the lowest rate that can be defended.</summary>
    public double? Minimum => Of(Completed, Invited - Ineligible);

    private static double? Of(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
