using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class PanelHealthTests : UseCaseTest
{
    public PanelHealthTests() => User.Roles.Add(Role.Officer);

    [Fact]
    public async Task Of_each_wave_it_is_counted_who_was_asked_answered_and_has_left_and_small_counts_are_not_told()
    {
        var panel = await Data.PanelAsync();
        var members = await Data.MembersAsync(panel, 40);
        await Data.WaveAsync(panel, 1, members, answered: 25, returned: true);
        await Data.WaveAsync(panel, 2, [.. members.Take(30)], answered: 9);
        await LeaveAsync(members.Take(12));

        var health = (await Use<GetPanelHealthHandler>().HandleAsync(new(panel.Slug), CancellationToken)).Value!;

        Assert.Equal([(2, 30, null, null, 12), (1, 40, 25, 63, 12)], health.Waves.Select(w => (w.Number, w.Asked, w.Answered, w.Rate, w.LeftSince!.Value)));
        Assert.Equal((28, 40, 12, 30), (health.Active, health.Attrition.Ever, health.Attrition.Left!.Value, health.Attrition.Rate!.Value));
        Assert.All(health.Strata, s => Assert.Empty(s.Comparison.Groups));
    }

    [Fact]
    public async Task Waves_of_other_panels_are_not_counted_among_these()
    {
        var panel = await Data.PanelAsync();
        var members = await Data.MembersAsync(panel, 12);
        var wave = await Data.WaveAsync(panel, 1, members, answered: 12);
        var other = await Data.PanelAsync(TestData.PanelSettings("Andra"), PanelKind.Adult, "andra");
        await Data.WaveAsync(other, 1, await Data.MembersAsync(other, 3), answered: 3);

        var health = (await Use<GetPanelHealthHandler>().HandleAsync(new(panel.Slug), CancellationToken)).Value!;

        Assert.Equal(1, wave.Number);
        Assert.Equal((12, 12, 100), (health.Waves.Single().Asked, health.Waves.Single().Answered!.Value, health.Waves.Single().Rate!.Value));
    }

    [Fact]
    public async Task The_overview_says_which_result_is_left_to_give_back()
    {
        var panel = await Data.PanelAsync();
        var members = await Data.MembersAsync(panel, 4);
        await Data.WaveAsync(panel, 1, members, answered: 2, returned: true);
        await Data.WaveAsync(panel, 2, members, answered: 2, returned: false);
        await Data.WaveAsync(panel, 3, members, answered: 0);

        var overview = (await Use<GetPanelOverviewHandler>().HandleAsync(new(panel.Slug), CancellationToken)).Value!;
        var listed = Assert.Single((await Use<ListMyPanelsHandler>().HandleAsync(new(), CancellationToken)).Value!);

        Assert.Equal([3, 2, 1], overview.Waves.Select(w => w.Wave.Number));
        Assert.Equal([false, true, false], overview.Waves.Select(w => w.IsLeftToReturn));
        Assert.Equal([SurveyPhase.Open, SurveyPhase.Results, SurveyPhase.Results], overview.Waves.Select(w => w.Phase));
        Assert.Equal((4, 0, 0), (overview.Active, overview.Waiting, overview.AwaitingGuardian));
        Assert.Equal((4, 3, 2), (listed.Active, listed.Waves, listed.Unreturned!.Value));
    }

    [Fact]
    public async Task Who_the_members_are_is_laid_beside_the_population()
    {
        var panel = await Data.PanelAsync();
        await Data.MembersAsync(panel, 45);

        var health = (await Use<GetPanelHealthHandler>().HandleAsync(new(panel.Slug), CancellationToken)).Value!;

        // All are 14 years old and live in Centrum, so there is no second group to show.
        Assert.Equal(["age", "area"], health.Strata.Select(s => s.Stratum.Key));
        Assert.All(health.Strata, s => Assert.Null(s.Comparison.Skew));
        Assert.Equal(["16–17", "18–20", "Norrstrand", "Byarna"], health.Strata.SelectMany(s => s.Thin).Select(t => t.Category));
    }

    private async Task LeaveAsync(IEnumerable<Membership> members)
    {
        var ids = members.Select(m => m.Id).ToList();
        foreach (var member in await Db.Set<Membership>().Where(m => ids.Contains(m.Id)).ToListAsync(CancellationToken))
        {
            member.Leave(member.JoinedOn!.Value);
        }

        await Db.SaveChangesAsync(CancellationToken);
    }
}
