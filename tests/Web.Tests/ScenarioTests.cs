using System.Net;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>Every scenario of Exempelby, seeded and looked at.</summary>
public class ScenarioTests
{
    private const string Torget = "/radslag/stortorget";

    /// <summary>The scenario and what the rådslag about the square then is.</summary>
    public static TheoryData<string, Phase> Scenarios => new()
    {
        { "svara", Phase.OpenAnswer }, { "samtal", Phase.OpenTalk }, { "stängt", Phase.Closed }, { "resultat", Phase.Results },
        { "försenat", Phase.AnswerLate }, { "besvarat", Phase.Answered },
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Every_scenario_can_be_seeded_and_all_its_pages_opened(string scenario, Phase phase)
    {
        await using var web = await ScenarioFixture.StartAsync(scenario);
        string[] pages =
        [
            "/", "/dialoger", "/du-sa-vi-gjorde", "/rapporter", "/namnder", "/namnder/samhallsbyggnadsnamnden", Torget, $"{Torget}/resultat",
            $"{Torget}/beslut", $"{Torget}/bevaka", "/radslag/belysning-vid-kvarnbacken", "/radslag/belysning-vid-kvarnbacken/resultat",
            "/radslag/badbrygga-i-norrstrand/beslut", "/radslag/skolmat-i-vasterangen/beslut",
        ];
        using var anonymous = web.Anonymous();
        using var karin = await web.StaffAsync("Karin Mallberg");

        foreach (var page in pages.Concat(pages.Select(p => "/en" + p)))
        {
            using var response = await anonymous.GetAsync(page);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{page}: {response.StatusCode}");
        }

        using var room = await karin.GetAsync("/namndrum/samhallsbyggnadsnamnden");
        Assert.Equal(HttpStatusCode.OK, room.StatusCode);
        Assert.Equal(phase, await PhaseAsync(web));
        Assert.Equal(3, await web.ReadAsync(db => db.Set<Consultation>().CountAsync(c => c.State == ConsultationState.Archived)));
        var start = await anonymous.PageAsync("/");
        Assert.Equal(3, start.QuerySelectorAll(".gjorde").Length);
        Assert.Contains(start.QuerySelectorAll(".gjorde .beslut b"), b => b.TextContent == "Nej");
    }

    [Fact]
    public async Task The_closing_job_asks_for_the_report_by_itself_and_an_officer_delivers_it()
    {
        await using var web = await ScenarioFixture.StartAsync("resultat");
        await using (var scope = web.Services.CreateAsyncScope())
        {
            // What the minute's job and the report's job do; they run in this application too, and both may do it.
            await scope.ServiceProvider.GetRequiredService<CloseConsultationsHandler>().HandleAsync(new(TimeSpan.FromSeconds(1)), TestContext.Current.CancellationToken);
            await scope.ServiceProvider.GetRequiredService<RequestDueReportsHandler>().HandleAsync(new(), TestContext.Current.CancellationToken);
            var report = await web.ReadAsync(db => db.Set<Report>().SingleAsync(r => r.DialogueId == db.Set<Consultation>().First(c => c.Slug == "stortorget").Id));
            await scope.ServiceProvider.GetRequiredService<BuildReportHandler>().HandleAsync(new(report.Id, WithPdf: false), TestContext.Current.CancellationToken);
        }

        await UntilAsync(() => web.CountAsync($"SELECT count(*)::int AS \"Value\" FROM report r JOIN consultation c ON c.id = r.dialogue_id WHERE c.slug = 'stortorget' AND r.state = 2"));
        using var maria = await web.StaffAsync("Maria Demolund");
        var page = await maria.PageAsync("/arbetsyta/rapporter/stortorget");
        var id = page.QuerySelector("form[action*=Deliver] input[name=id]")!.GetAttribute("value")!;
        using var delivered = await maria.PostAsync("/arbetsyta/rapporter/stortorget", "/arbetsyta/rapporter/stortorget?handler=Deliver", ("id", id));
        using var anonymous = web.Anonymous();

        Assert.Equal(HttpStatusCode.Found, delivered.StatusCode);
        Assert.Equal(Phase.WithCommittee, await PhaseAsync(web));
        var reports = await anonymous.PageAsync("/rapporter");
        Assert.Contains(reports.QuerySelectorAll("a"), a => a.TextContent == "Hur ska Stortorget användas?");
    }

    private static Task<Phase> PhaseAsync(ScenarioFixture web) => web.ReadAsync(async db =>
    {
        var consultation = await db.Set<Consultation>().SingleAsync(c => c.Slug == "stortorget");
        var now = TimeProvider.System.GetUtcNow();
        return consultation.PhaseAt(now, Application.Common.SwedishTime.SwedishDate(now));
    });

    private static async Task UntilAsync(Func<Task<int>> count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await count() == 0)
        {
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }
}
