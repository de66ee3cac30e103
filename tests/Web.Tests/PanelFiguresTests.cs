using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The demo's youth panel: the figures that its story is told with come out of the counted answers, and of the page what the gate lets through.</summary>
public sealed class PanelFiguresTests : IAsyncLifetime
{
    private const string Latest = "ungdomspanelen-3";
    private ScenarioFixture _web = null!;

    public async ValueTask InitializeAsync() => _web = await ScenarioFixture.StartAsync("resultat");

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Fact]
    public async Task The_counted_answers_hold_the_figures_of_the_story()
    {
        var sheets = await AnswersAsync(Latest);
        int[] Of(string question, params string[] choices) => [.. choices.Select(c => sheets.Count(s => s[question].Choices.Contains(c)))];

        Assert.Equal(129, sheets.Count);
        Assert.Equal([31, 50, 18, 21, 9], Of("trygg", "5", "4", "3", "2", "1"));
        Assert.Equal([47, 28, 26, 21, 7], Of("hem", "buss", "gar", "skjuts", "cykel", "annat"));
        Assert.Equal([34, 49, 46], Of("stannat", "ofta", "ibland", "nej"));
        Assert.Equal([83, 67, 41, 31, 25], Of("storst", "buss", "stalle", "ljus", "billigt", "vuxna"));
        Assert.Equal([38, 52, 39], Of("vart", "ja", "osaker", "nej"));
        Assert.Equal([21, 33, 75], Of("sagt", "svar", "inget", "nej"));
        Assert.Equal([104, 17, 8], Of("kvar", "ja", "vetinte", "nej"));
        Assert.Equal(94, (await AnswersAsync("ungdomspanelen-1")).Count);
        Assert.Equal(118, (await AnswersAsync("ungdomspanelen-2")).Count);
        List<int> invited = [150, 171, 186];
        Assert.Equal(
            invited,
            await _web.ReadAsync(db => db.Set<PanelWave>().Join(db.Set<Survey>().Where(s => s.Slug.StartsWith("ungdomspanelen")), w => w.SurveyId, s => s.Id, (w, s) => new { w.Number, s.InvitedCount })
                .OrderBy(w => w.Number).Select(w => w.InvitedCount!.Value).ToListAsync()));
        Assert.Equal(11, await _web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM panel_membership WHERE state = 3"));
    }

    [Fact]
    public async Task The_trend_of_feeling_safe_has_the_intervals_of_the_story_and_the_last_step_is_not_established()
    {
        var points = new List<TrendPoint>();
        foreach (var wave in new[] { "ungdomspanelen-1", "ungdomspanelen-2", Latest })
        {
            var sheets = await AnswersAsync(wave);
            points.Add(new TrendPoint(wave, new Share(sheets.Count(s => s["trygg"].Choices is ["4"] or ["5"]), sheets.Count, SampleDesign.ProbabilitySample)));
        }

        Assert.Equal([(59, 48, 68), (51, 42, 60), (63, 54, 71)], points.Select(p => (p.Share.Percent!.Value, Ends(p.Share).Lower, Ends(p.Share).Upper)));
        Assert.Equal(TrendVerdict.NotEstablished, Trend.Steps(points)[^1].Verdict);

        using var anybody = _web.Anonymous();
        var page = (await anybody.PageAsync($"/enkater/{Latest}/resultat")).Body!.TextContent;
        Assert.Contains("63 % (54–71)", page, StringComparison.Ordinal);
        Assert.Contains("51 % (42–60)", page, StringComparison.Ordinal);
        Assert.Contains("59 % (48–68)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_below_the_limit_is_shown_nowhere_and_the_page_says_why()
    {
        using var anybody = _web.Anonymous();

        var page = await anybody.PageAsync($"/enkater/{Latest}/resultat");

        var groups = page.QuerySelectorAll("table").Where(t => t.QuerySelector("caption")?.TextContent.Contains("Kön", StringComparison.Ordinal) == true)
            .SelectMany(t => t.QuerySelectorAll("tbody tr")).Select(r => r.QuerySelector("th, td")!.TextContent.Trim()).ToList();
        Assert.NotEmpty(groups);
        Assert.DoesNotContain("Annat", groups);
        Assert.Contains(groups, g => g.Contains("Kille", StringComparison.Ordinal) && g.Contains("Annat", StringComparison.Ordinal));
        Assert.Contains("10", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static (int Lower, int Upper) Ends(Share share) =>
        ((int)Math.Round(100 * share.Interval()!.Lower), (int)Math.Round(100 * share.Interval()!.Upper));

    private async Task<IReadOnlyList<AnswerSheet>> AnswersAsync(string slug)
    {
        await using var command = _web.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT body::text FROM ballot WHERE consultation_id = (SELECT id FROM survey WHERE slug = $1)");
        command.Parameters.AddWithValue(slug);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var sheets = new List<AnswerSheet>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            sheets.Add(AnswerSheet.FromJson(reader.GetString(0)));
        }

        return sheets;
    }
}
