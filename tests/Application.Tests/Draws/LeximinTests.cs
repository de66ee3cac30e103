using Medborgardialog.Domain.Draws;
using Xunit;

namespace Medborgardialog.Application.Tests.Draws;

public class LeximinTests
{
    private const int SmallInstances = 400;

    /// <summary>
    /// Every small instance against leximin by its definition in exact fractions. An instance without panels must be refused, its relaxation must be as small
    /// as the best of all choices, and after it there must be a panel.
    /// </summary>
    [Fact]
    public void On_every_small_instance_it_is_what_the_definition_says()
    {
        var (compared, refused) = (0, 0);
        foreach (var input in Enumerable.Range(0, SmallInstances).Select(DrawInstances.Small).Where(Sound))
        {
            var panels = LeximinOracle.Panels(input);
            if (panels.Count == 0)
            {
                Refused(input);
                refused++;
                continue;
            }

            var expected = LeximinOracle.Probabilities(input.Candidates.Count, panels);
            var (pool, found, portfolio) = Solving.Portfolio(input);

            Assert.All(Solving.Probabilities(input, pool, portfolio).Zip(expected), p => Assert.Equal(p.Second, p.First, 1e-7));
            Assert.All(found.Levels, level => Assert.InRange(level.Gap, 0, 1e-7));
            compared++;
        }

        Assert.InRange(compared, 200, SmallInstances);
        Assert.InRange(refused, 20, SmallInstances);
    }

    /// <summary>The younger are 150 for at most 10 seats, the older 50 for at least 10: the lowest probability is 10/150 whatever else there is.</summary>
    [Fact]
    public void Two_hundred_people_for_twenty_seats_have_the_lowest_probability_that_is_known()
    {
        var crowd = DrawInstances.Answering(200, 20, 5, 7);
        var input = crowd with
        {
            Categories = [.. crowd.Categories.Select(c => c with { Quotas = [.. c.Quotas.Select(q => new Quota(q.Value, Math.Max(0, q.Min - 2), q.Max + 2))] }), new QuotaCategory("grupp", [new Quota("a", 0, 10), new Quota("b", 0, 20)])],
            Candidates = [.. crowd.Candidates.Select((c, i) => c with { Values = [.. c.Values, i % 4 == 0 ? "b" : "a"] })],
        };

        var (pool, found, portfolio) = Solving.Portfolio(input);

        var record = DrawRecord.Of(pool, portfolio, found.Levels, Solving.Solver);
        Assert.True(record.IsProven);
        Assert.Equal(10 / 150.0, record.Lowest, 1e-7);
    }

    [Fact]
    public void Stopped_at_once_it_gives_panels_that_keep_the_quotas_and_says_what_is_not_proven()
    {
        var (pool, found, portfolio) = Solving.Portfolio(DrawInstances.Answering(100, 12, 4, 3), stopped: true);

        var record = DrawRecord.Of(pool, portfolio, found.Levels, Solving.Solver);
        Assert.False(record.IsProven);
        Assert.InRange(record.Gap, 0.001, 0.12);
    }

    [Fact]
    public void The_order_of_the_files_is_of_no_importance_and_the_panel_is_the_same_every_time()
    {
        var input = DrawInstances.Answering(120, 15, 4, 5);
        var turned = input with
        {
            Categories = [.. input.Categories.Reverse().Select(c => c with { Quotas = [.. c.Quotas.Reverse()] })],
            Candidates = [.. input.Candidates.Reverse().Select(c => c with { Values = [.. c.Values.Reverse()] })],
        };

        var (pool, _, portfolio) = Solving.Portfolio(input);
        var (pool2, _, portfolio2) = Solving.Portfolio(turned);

        Assert.Equal(input.Fingerprint(), turned.Fingerprint());
        Assert.Equal(portfolio.Canonical(), portfolio2.Canonical());
        Assert.Equal(PanelLottery.Draw(pool, portfolio, "Exempelby 2026").People, PanelLottery.Draw(pool2, portfolio2, "Exempelby 2026").People);
        Assert.True(Solving.Keeps(input, PanelLottery.Draw(pool, portfolio, "Exempelby 2026").People));
    }

    private static bool Sound(DrawInput input) => InputCheck.Problems(input).All(p => p.IsOfQuotas);

    private static void Refused(DrawInput input)
    {
        var pool = Pool.Of(input);
        Assert.IsType<LeximinOutcome.NoPanel>(Solving.Leximin(pool));

        var changes = QuotaRelaxation.Find(pool, Solving.Solver);

        Assert.Equal(LeximinOracle.Choices(input).Min(p => LeximinOracle.Misfit(input, p)), changes.Sum(c => c.Now.Min - c.Then.Min + c.Then.Max - c.Now.Max));
        Assert.All(changes, c => Assert.True(c.Then.Min <= c.Now.Min && c.Then.Max >= c.Now.Max && c.Then.Min >= 0));
        Assert.IsType<LeximinOutcome.Found>(Solving.Leximin(Pool.Of(QuotaRelaxation.Apply(input, changes))));
    }
}
