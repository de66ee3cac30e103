using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>One group of the population.</summary>
/// <param name="Voices">Persons of the group who are quoted, or whose texts are coded; each person once. 0 or more.</param>
/// <param name="Population">Persons of the group among all whom it concerns, 0 or more.</param>
public sealed record HeardGroup(string Name, int Voices, int Population);

/// <param name="Quota">
/// The group's share of the voices over its share of the population: 1 is as many as in the population, 0.5 half as many. Null when there are too few.
/// </param>
/// <param name="Interval">Of the quota; null where it is.</param>
/// <param name="Expected">Voices that the group would have if it filled as much of the report as of the population.</param>
public sealed record HeardFigure(HeardGroup Group, double? Quota, ConfidenceInterval? Interval, double Expected);

/// <param name="Voices">All voices whose group is known.</param>
/// <param name="Unknown">Voices whose group is not known, which are in no figure.</param>
/// <param name="Dissimilarity">0, as the population, to 1, see <see cref="Statistics.Dissimilarity"/>; null when there are too few.</param>
public sealed record HeardResult(IReadOnlyList<HeardFigure> Groups, int Voices, int Unknown, double? Dissimilarity)
{
    /// <summary>In words; null when there are too few.</summary>
    public Skew? Skew => Dissimilarity is { } d ? Statistics.Dissimilarity.Classify(d) : null;
}

/// <summary>
/// Hördkvot (requirement E13): whose voices fill the report, against who lives there. The interval is Wilson's for the group's share of the voices, divided by its share
/// of the population, which is known. It tells what quota chance could give if voices came in one by one and as many again; since people speak up by
/// themselves it says nothing of those who are silent.
/// </summary>
public static class HeardQuota
{
    /// <summary>Fewer voices than this in all, and no figure is given.</summary>
    public const int FewestVoices = 30;

    /// <summary>A group that would have fewer voices than this has no quota: one voice more or less would decide it (the usual limit, Cochran 1954, Biometrics 10, 417–451).</summary>
    public const int FewestExpected = 5;

    /// <param name="groups">All groups of one division, with nobody in two.</param>
    /// <param name="unknown">Voices whose group is not known, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or nobody lives there.</exception>
    public static HeardResult Of(IReadOnlyList<HeardGroup> groups, int unknown)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unknown);
        foreach (var group in groups)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(group.Voices, nameof(groups));
            ArgumentOutOfRangeException.ThrowIfNegative(group.Population, nameof(groups));
        }

        var (voices, population) = (groups.Sum(g => g.Voices), groups.Sum(g => (long)g.Population));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(population, nameof(groups));
        return new HeardResult(
            [.. groups.Select(g => Figure(g, voices, (double)g.Population / population))],
            voices,
            unknown,
            voices < FewestVoices ? null : Dissimilarity.Between([.. groups.Select(g => (double)g.Voices)], [.. groups.Select(g => (double)g.Population)]));
    }

    private static HeardFigure Figure(HeardGroup group, int voices, double lives)
    {
        var expected = voices * lives;
        if (voices < FewestVoices || expected < FewestExpected)
        {
            return new HeardFigure(group, null, null, expected);
        }

        // Share and ends are divided by the same number, so that rounding cannot push the quota out of its interval.
        var share = (double)group.Voices / voices;
        var (lower, upper) = Wilson.Interval(share, voices);
        return new HeardFigure(group, share / lives, new ConfidenceInterval(lower / lives, upper / lives), expected);
    }
}
