using CsCheck;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

public class HeardQuotaTests
{
    private static readonly Gen<HeardGroup[]> Groups =
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 4000]).Select((v, p) => new HeardGroup("grupp", v, p)).Array[2, 7].Where(g => g.Sum(x => x.Population) > 0);

    /// <summary>Half of the voices from a quarter of the population is 2; Wilson for 20 of 40, divided by 0.25 (Python 3). Half against a quarter: 10 of 40 would have to be others.</summary>
    [Fact]
    public void By_hand()
    {
        var result = HeardQuota.Of([new("Centrum", 20, 2500), new("Söder", 15, 3500), new("Byarna", 5, 3600), new("Ön", 0, 400)], unknown: 7);

        Assert.Equal([2, 15 / 14.0, 5 / 14.4, null], result.Groups.Select(g => g.Quota is { } q ? Math.Round(q, 12) : (double?)null), new Close());
        Assert.Equal(1.4079810773386154, result.Groups[0].Interval!.Lower, 1e-9);
        Assert.Equal(2.5920189226613846, result.Groups[0].Interval!.Upper, 1e-9);
        Assert.Equal(((40, 7), Skew.Clear), ((result.Voices, result.Unknown), result.Skew));
        Assert.Equal(0.275, result.Dissimilarity!.Value, 1e-12);
        Assert.Equal(1.6, result.Groups[3].Expected, 1e-12);
    }

    [Fact]
    public void Of_too_few_voices_nothing_is_said()
    {
        var result = HeardQuota.Of([new("Centrum", 20, 2500), new("Söder", 9, 2500)], 100);

        Assert.All(result.Groups, g => Assert.True(g is { Quota: null, Interval: null }));
        Assert.Null(result.Skew);
        Assert.Equal(1.0, HeardQuota.Of([new("Centrum", 15, 2500), new("Söder", 15, 2500)], 0).Groups[0].Quota);
    }

    [Fact]
    public void A_group_that_nobody_lives_in_has_no_quota_and_numbers_below_nothing_are_refused()
    {
        Assert.Null(HeardQuota.Of([new("Centrum", 50, 2500), new("annan ort", 10, 0)], 0).Groups[1].Quota);
        Assert.Throws<ArgumentOutOfRangeException>(() => HeardQuota.Of([new("Centrum", 50, 0)], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => HeardQuota.Of([new("Centrum", -1, 10)], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => HeardQuota.Of([new("Centrum", 1, 10)], -1));
    }

    /// <summary>Weighted by who lives there the quotas are 1 on the whole: nobody is heard more unless somebody is heard less.</summary>
    [Fact]
    public void What_one_group_gains_another_loses() =>
        Groups.Sample(groups =>
        {
            var result = HeardQuota.Of(groups, 0);
            Assert.All(result.Groups, g => Assert.True(g.Quota is null || g.Interval!.Contains(g.Quota.Value)));
            if (result.Groups.All(g => g.Quota is not null))
            {
                var population = groups.Sum(g => g.Population);
                Assert.Equal(1, result.Groups.Sum(g => g.Quota!.Value * g.Group.Population / population), 1e-9);
            }
        });

    /// <summary>When all voices are one group's, its quota is the upper end itself, also where the division rounds.</summary>
    [Fact]
    public void The_quota_of_the_only_voices_is_the_end_of_its_interval()
    {
        var heard = HeardQuota.Of([new("Centrum", 0, 2155), new("Söder", 50, 2251)], 0).Groups[1];

        Assert.Equal(heard.Interval!.Upper, heard.Quota);
    }

    private sealed class Close : IEqualityComparer<double?>
    {
        public bool Equals(double? x, double? y) => x is null ? y is null : y is not null && Math.Abs(x.Value - y.Value) < 1e-9;

        public int GetHashCode(double? obj) => 0;
    }
}
