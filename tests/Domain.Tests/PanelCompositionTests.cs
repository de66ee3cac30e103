using Medborgardialog.Domain.Panels;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class PanelCompositionTests
{
    private static readonly DateOnly Today = new(2026, 6, 8);
    private static readonly PanelStratum Areas = new("area", "Område", "Var bor du?", [new("Centrum", 500), new("Norrstrand", 300), new("Byarna", 200)], "Påhittad befolkning");

    [Fact]
    public void Members_are_laid_beside_the_population_and_a_small_group_is_told_of_without_its_size()
    {
        var panel = Panel(Areas);

        var health = Assert.Single(PanelComposition.Of(panel, Members(panel, ("Centrum", 60), ("Norrstrand", 36), ("Byarna", 4)), Today));

        Assert.All(health.Comparison.Groups, g => Assert.True(g.Count >= 10));
        Assert.Equal(1000, health.Comparison.Groups.Sum(g => g.Size));
        Assert.DoesNotContain(health.Comparison.Groups, g => g.Names is ["Byarna"]);
        Assert.InRange(health.Comparison.Skew!.Value, 0, 0.2);
        Assert.Equal(new ThinGroup("Byarna", Thin.Few, 20), Assert.Single(health.Thin));
    }

    [Fact]
    public void Less_than_half_of_the_share_is_thin_also_where_there_are_many()
    {
        var panel = Panel(Areas);

        var health = Assert.Single(PanelComposition.Of(panel, Members(panel, ("Centrum", 120), ("Norrstrand", 65), ("Byarna", 15)), Today));

        Assert.Equal(new ThinGroup("Byarna", Thin.HalfItsShare, 20), Assert.Single(health.Thin));
    }

    [Fact]
    public void With_fewer_than_thirty_members_nothing_is_shown()
    {
        var panel = Panel(Areas);

        var health = Assert.Single(PanelComposition.Of(panel, Members(panel, ("Centrum", 15), ("Byarna", 14)), Today));

        Assert.Empty(health.Comparison.Groups);
        Assert.Empty(health.Thin);
    }

    [Fact]
    public void Without_the_population_there_is_nothing_to_compare_and_small_groups_are_still_told_of()
    {
        var panel = Panel(Areas with { Source = "" });

        var health = Assert.Single(PanelComposition.Of(panel, Members(panel, ("Centrum", 30), ("Norrstrand", 20)), Today));

        Assert.Null(health.Comparison.Skew);
        Assert.Equal(new ThinGroup("Byarna", Thin.Few, null), Assert.Single(health.Thin));
    }

    [Fact]
    public void Ages_are_those_of_the_day_and_not_those_that_were_told()
    {
        var panel = Panel(new PanelStratum("age", "Ålder", "", [new("16–44", 500), new("45+", 500)], "Påhittad befolkning"));
        var members = Members(panel, ("", 40)).ToList();

        var health = Assert.Single(PanelComposition.Of(panel, members, Today.AddYears(1)));

        Assert.Equal([new ThinGroup("16–44", Thin.Few, 50)], health.Thin);
    }

    [Fact]
    public void A_form_with_several_faults_hears_of_them_all()
    {
        var settings = Panel(Areas).Settings with { Name = "", Consent = [], Youngest = 12, GuardianBelow = 12, Strata = [Areas, Areas] };

        Assert.Equal(
            ["Name", "GuardianBelow", "Consent", "Strata"],
            settings.Faults(PanelKind.Adult).Select(f => f.Field));
        Assert.Equal("Name", settings.Fault(PanelKind.Adult)!.Field);
    }

    [Theory]
    [InlineData("Område")]
    [InlineData("")]
    public void The_key_of_a_background_is_one_that_results_can_be_broken_down_by(string key) => Assert.False((Areas with { Key = key }).IsSound);

    [Fact]
    public void Ages_that_cannot_be_read_make_no_background() =>
        Assert.False(new PanelStratum("age", "Ålder", "", [new("unga"), new("gamla")], "").IsSound);

    private static Panel Panel(PanelStratum stratum)
    {
        var panel = new Panel("panelen", PanelKind.Adult, Guid.Empty, Guid.Empty, Guid.Empty, DateTimeOffset.UnixEpoch);
        var settings = new PanelSettings(
            "Medborgarpanelen", "Vi frågar.", "Fyra gånger om året", 20, "Alla", 16, null, 16, Recruitment.Open, "Alla som vill.", null, 24, 2, ["Du kan lämna."],
            [], [stratum], "", "0980-1", "", []);
        Assert.True(panel.Write(settings).IsSuccess);
        panel.Turn(PanelState.Open);
        return panel;
    }

    /// <summary>All of them 44 years old.</summary>
    private static IReadOnlyList<Membership> Members(Panel panel, params (string Area, int Count)[] groups) =>
        [.. groups.SelectMany(g => Enumerable.Range(0, g.Count).Select(_ => Membership.Ask(
            panel, Guid.CreateVersion7(), new JoinRequest(44, "", g.Area.Length > 0 ? new Dictionary<string, string> { ["area"] = g.Area } : [], false, false, 1),
            0, null, Today, DateTimeOffset.UnixEpoch).Value!))];
}
