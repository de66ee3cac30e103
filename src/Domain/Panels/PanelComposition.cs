using System.Security.Cryptography;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Participation;

namespace Medborgardialog.Domain.Panels;

/// <summary>Why a group of the population is weak in a panel.</summary>
public enum Thin
{
    /// <summary>Fewer members than may be shown, none among them.</summary>
    Few = 0,

    /// <summary>Less than half of what its share of the population would give.</summary>
    HalfItsShare = 1,
}

/// <param name="Category">Name of the category.</param>
/// <param name="PopulationPercent">0 to 100; null when the population is not known.</param>
public sealed record ThinGroup(string Category, Thin Why, int? PopulationPercent);

/// <param name="Comparison">Members beside the population, merged and rounded; nothing in it when withheld.</param>
/// <param name="Thin">In the order of the stratum. Says that a group is small and never how small.</param>
public sealed record StratumHealth(PanelStratum Stratum, GroupComparison Comparison, IReadOnlyList<ThinGroup> Thin);

/// <summary>
/// Who the members are beside the population (L10). Background goes through the same rules as a result (R11 to R15): groups under ten are
/// put together, counts are rounded, and what two strata would tell together is not told. Officers see no more than that.
/// </summary>
public static class PanelComposition
{
    /// <summary>With fewer members than this nothing is shown of their background.</summary>
    public const int FewestMembers = ParticipationRelease.FewestAnswers;

    /// <param name="members">Those who are members now.</param>
    /// <param name="today">Ages are told once and reckoned from there.</param>
    public static IReadOnlyList<StratumHealth> Of(Panel panel, IReadOnlyList<Membership> members, DateOnly today)
    {
        var strata = panel.Settings.Strata;
        if (members.Count < FewestMembers)
        {
            return [.. strata.Select(s => new StratumHealth(s, GroupComparison.None, []))];
        }

        var limits = ProtectionLimits.For(panel.IsYouth);
        var told = strata.Select(s => members.Select(m => CategoryOf(panel, s, m, today)).ToList()).ToList();
        var variables = strata.Select((s, i) => Variable(s, told[i]));
        var published = SurveyProtection.Protect(new SurveyAnswers([.. members.Select(KeyOf)], [.. variables], []), limits).Value!.Variables;
        return [.. strata.Select((s, i) => new StratumHealth(
            s,
            GroupComparison.Of(published.FirstOrDefault(v => v.Key == s.Key), s.HasPopulation ? [.. s.Categories.Select(c => new ReferenceGroup(c.Name, c.Population!.Value))] : [], Ordered(s), limits),
            ThinOf(s, told[i], limits)))];
    }

    private static string CategoryOf(Panel panel, PanelStratum stratum, Membership member, DateOnly today) =>
        stratum.Key == PanelStratum.Age ? panel.AgeGroupOf(member.AgeOn(today)) : member.Background.FirstOrDefault(b => b.Key == stratum.Key)?.Category ?? "";

    private static BackgroundVariable Variable(PanelStratum stratum, List<string> told)
    {
        var names = stratum.Categories.Select(c => c.Name).ToList();
        return new BackgroundVariable(stratum.Key, names, Ordered(stratum), [.. told.Select(t => names.IndexOf(t))]);
    }

    private static bool Ordered(PanelStratum stratum) =>
        stratum.Key == PanelStratum.Age || stratum.Categories.All(c => AgeBand.Parse(c.Name) is not null);

    private static List<ThinGroup> ThinOf(PanelStratum stratum, List<string> told, ProtectionLimits limits)
    {
        var (known, people) = (told.Count(t => t.Length > 0), stratum.Categories.Sum(c => (double)(c.Population ?? 0)));
        var thin = new List<ThinGroup>();
        foreach (var category in stratum.Categories)
        {
            var count = told.Count(t => t == category.Name);
            var share = stratum.HasPopulation ? category.Population!.Value / people : (double?)null;
            if (count < limits.SmallestGroup || count < share * known / 2)
            {
                thin.Add(new ThinGroup(category.Name, count < limits.SmallestGroup ? Thin.Few : Thin.HalfItsShare, share is { } s ? (int)Math.Round(100 * s, MidpointRounding.AwayFromZero) : null));
            }
        }

        return thin;
    }

    /// <summary>A key of 63 bits that says nothing of the member, so that the same people are always rounded alike (rule R13).</summary>
    private static long KeyOf(Membership member) => BitConverter.ToInt64(SHA256.HashData(member.Id.ToByteArray())) & long.MaxValue;
}
