using Medborgardialog.Domain.Draws;
using Xunit;

namespace Medborgardialog.Domain.Tests.Draws;

/// <summary>The lottery of a portfolio that is written here, so that no solver has a part in it.</summary>
public class PanelLotteryTests
{
    private const int Draws = 10_000;

    /// <summary>Six single people of two ages, and two households of one of each: four groups.</summary>
    private static readonly DrawInput Input = new(
        3,
        [new QuotaCategory("ålder", [new Quota("ung", 1, 2), new Quota("äldre", 1, 2)])],
        [
            new Candidate("1", ["ung"]), new Candidate("2", ["ung"]), new Candidate("3", ["äldre"]), new Candidate("4", ["äldre"]), new Candidate("5", ["äldre"]), new Candidate("6", ["äldre"]),
            new Candidate("7", ["ung"], "A"), new Candidate("8", ["äldre"], "A"), new Candidate("9", ["ung"], "B"), new Candidate("10", ["äldre"], "B"),
        ]);

    private static readonly Pool People = Pool.Of(Input);

    private static readonly Portfolio Lots = Portfolio.Of(People, [Counts(("1", 1), ("3", 2)), Counts(("7", 1), ("8", 1), ("3", 1)), Counts(("7", 2), ("3", 1))], [0.5, 0.3, 0.2]);

    [Fact]
    public void Those_whom_the_draw_cannot_tell_apart_are_one_group() =>
        Assert.Equal(["1 2", "10 8", "3 4 5 6", "7 9"], People.Groups.Select(g => string.Join(' ', g.Members)).Order(StringComparer.Ordinal));

    [Fact]
    public void Chances_are_exact_fractions_of_the_tickets()
    {
        Assert.Equal(0.25, Chance("1"));
        Assert.Equal((0.5 * 2 + 0.3 + 0.2) / 4, Chance("3"), 1e-15);
        Assert.Equal((0.3 + 0.4) / 2, Chance("7"), 1e-15);
        Assert.Equal(0.15, Chance("10"), 1e-15);
    }

    /// <summary>Reckoned by another program, in Python, from the words of docs/guide/lottning.md alone.</summary>
    [Theory]
    [InlineData("Exempelby 2026", 411_424_364, "1 3 6")]
    [InlineData("frö 1", 338_304_691, "1 3 4")]
    [InlineData("frö 2", 230_450_902, "2 3 4")]
    [InlineData("frö 3", 807_931_553, "10 4 7")]
    public void Another_program_draws_the_same_panel(string seed, long ticket, string people)
    {
        var drawn = PanelLottery.Draw(People, Lots, seed);

        Assert.Equal((ticket, people), (drawn.Ticket, string.Join(' ', drawn.People)));
    }

    /// <summary>Each person's count is binomial; with fixed seeds the outcome is the same every time. Bounds: four standard deviations.</summary>
    [Fact]
    public void Ten_thousand_draws_agree_with_the_chances_and_keep_quotas_and_households()
    {
        var counts = Input.Candidates.ToDictionary(c => c.Id, _ => 0);
        for (var i = 0; i < Draws; i++)
        {
            var people = PanelLottery.Draw(People, Lots, $"frö {i}").People;
            Assert.Equal(3, people.Count);
            Assert.InRange(people.Count(id => Input.Candidates.First(c => c.Id == id).Values[0] == "ung"), 1, 2);
            Assert.False(people.Contains("7") && people.Contains("8"));
            Assert.False(people.Contains("9") && people.Contains("10"));
            foreach (var id in people)
            {
                counts[id]++;
            }
        }

        Assert.All(counts, c =>
        {
            var chance = Chance(c.Key);
            Assert.InRange(c.Value, Draws * chance - 4 * Math.Sqrt(Draws * chance * (1 - chance)), Draws * chance + 4 * Math.Sqrt(Draws * chance * (1 - chance)));
        });

        // Pearson's statistic over the ten people, below the 99th percentile of chi-square with nine degrees of freedom.
        Assert.InRange(counts.Sum(c => Math.Pow(c.Value - Draws * Chance(c.Key), 2) / (Draws * Chance(c.Key))), 0, 21.67);
    }

    [Fact]
    public void A_portfolio_that_is_read_again_gives_the_same_panel()
    {
        var read = Portfolio.Parse(Lots.Canonical(), People.Groups.Count)!;

        Assert.True(read.Fits(People));
        Assert.Equal(Lots.Fingerprint(), read.Fingerprint());
        Assert.Equal(PanelLottery.Draw(People, Lots, "x").People, PanelLottery.Draw(People, read, "x").People);
    }

    [Theory]
    [InlineData("500000000", "500000001")]
    [InlineData("0:1", "0:2")]
    [InlineData("input\t", "input\t0")]
    public void A_portfolio_that_somebody_has_changed_does_not_fit(string text, string other)
    {
        var changed = Portfolio.Parse(Lots.Canonical().Replace(text, other, StringComparison.Ordinal), People.Groups.Count);

        Assert.NotNull(changed);
        Assert.False(changed.Fits(People));
        Assert.Throws<ArgumentException>(() => PanelLottery.Draw(People, changed, "x"));
    }

    [Fact]
    public void Tickets_are_whole_and_add_up()
    {
        var lots = Portfolio.Of(People, [Counts(("1", 1), ("3", 2)), Counts(("7", 1), ("8", 1), ("3", 1)), Counts(("7", 2), ("3", 1))], [1 / 3.0, 1 / 3.0, 1 / 3.0]);

        Assert.Equal([333_333_333, 333_333_333, 333_333_334], lots.Panels.Select(p => p.Tickets).Order());
    }

    private static double Chance(string id) => Lots.Chances(People)[People.GroupOf()[id].Number].Probability;

    private static int[] Counts(params (string Id, int People)[] counts) =>
        [.. People.Groups.Select(g => counts.FirstOrDefault(c => People.GroupOf()[c.Id] == g).People)];
}
