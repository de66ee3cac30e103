using Medborgardialog.Domain.Draws;
using Xunit;

namespace Medborgardialog.Application.Tests.Draws;

public class ReplacementTests
{
    [Fact]
    public void Whoever_declines_is_replaced_and_quotas_and_households_are_kept()
    {
        var crowd = DrawInstances.Answering(150, 15, 4, 11);
        var input = crowd with { Candidates = [.. crowd.Candidates.Select((c, i) => c with { Household = $"H{i / 2}" })] };
        var (pool, _, portfolio) = Solving.Portfolio(input);

        var replaced = 0;
        for (var draw = 0; draw < 6; draw++)
        {
            var panel = PanelLottery.Draw(pool, portfolio, $"frö {draw}").People;
            string[] declined = [panel[draw], panel[(draw + 4) % 15]];
            List<string> staying = [.. panel.Except(declined)];

            var instead = Replacement.Draw(pool, panel, declined, Replacement.Seed($"frö {draw}", 1), Solving.Solver);

            if (instead is null)
            {
                string[] others = [.. input.Candidates.Select(c => c.Id).Except(panel)];
                Assert.DoesNotContain(others.SelectMany((a, i) => others.Skip(i + 1).Select(b => (string[])[.. staying, a, b])), p => Solving.Keeps(input, p));
                continue;
            }

            replaced++;
            Assert.Equal(2, instead.Count);
            Assert.Empty(instead.Intersect(panel));
            Assert.True(Solving.Keeps(input, [.. staying, .. instead]));
            Assert.Equal(instead, Replacement.Draw(pool, panel, declined, Replacement.Seed($"frö {draw}", 1), Solving.Solver));
        }

        Assert.InRange(replaced, 3, 6);
    }

    /// <summary>A woman of two and a young man of two are to be replaced; whoever fits one at a time may still leave nobody for the last seat.</summary>
    [Fact]
    public void The_first_of_several_never_takes_the_place_that_the_last_needs()
    {
        var input = new DrawInput(
            2,
            [new QuotaCategory("kön", [new Quota("kvinna", 1, 1), new Quota("man", 1, 1)]), new QuotaCategory("ålder", [new Quota("ung", 1, 1), new Quota("äldre", 1, 1)])],
            [new Candidate("1", ["kvinna", "ung"]), new Candidate("2", ["man", "äldre"]), new Candidate("3", ["kvinna", "äldre"]), new Candidate("4", ["kvinna", "ung"]), new Candidate("5", ["man", "ung"])]);

        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(["3", "5"], Replacement.Draw(Pool.Of(input), ["1", "2"], ["1", "2"], $"{i}", Solving.Solver)!.Order());
        }
    }

    [Fact]
    public void Where_nobody_keeps_the_quotas_nobody_is_drawn_and_the_smallest_change_is_known()
    {
        var input = new DrawInput(
            2,
            [new QuotaCategory("kön", [new Quota("kvinna", 1, 1), new Quota("man", 1, 1)])],
            [new Candidate("1", ["kvinna"]), new Candidate("2", ["man"]), new Candidate("3", ["kvinna"])]);
        var pool = Pool.Of(input);

        Assert.Null(Replacement.Draw(pool, ["1", "2"], ["2"], "frö", Solving.Solver));
        Assert.Equal(
            [new QuotaChange("kön", new Quota("kvinna", 0, 0), new Quota("kvinna", 0, 1)), new QuotaChange("kön", new Quota("man", 1, 1), new Quota("man", 0, 1))],
            QuotaRelaxation.Find(Pool.Of(Replacement.Remaining(pool, ["1"], ["2"])), Solving.Solver));
    }

    [Fact]
    public void After_a_seat_that_nobody_can_fill_none_is_filled_any_more()
    {
        var input = new DrawInput(
            2,
            [new QuotaCategory("kön", [new Quota("kvinna", 1, 1), new Quota("man", 1, 1)])],
            [new Candidate("1", ["kvinna"]), new Candidate("2", ["man"]), new Candidate("3", ["kvinna"])]);
        var pool = Pool.Of(input);
        string[] drawn = ["1", "2"];

        Assert.Null(Replacement.Next(pool, drawn, [], "2", "frö", Solving.Solver));
        Assert.Equal("3", Replacement.Next(pool, drawn, [], "1", "frö", Solving.Solver));
        Assert.Null(Replacement.Next(pool, drawn, [new SeatChange("2", null, default)], "1", "frö", Solving.Solver));
        Assert.Equal(["1"], Replacement.Sitting(drawn, [new SeatChange("2", null, default)]));
    }
}
