using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Traces;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Traces;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Receipts of other dialogues than a rådslag that goes as it should.</summary>
public class ReceiptTraceTests : UseCaseTest
{
    [Fact]
    public async Task A_receipt_of_a_survey_leads_the_same_way()
    {
        var survey = await Data.SurveyAsync(minimum: AssuranceLevel.None);
        var receipt = await Data.ReceiptAsync(survey.Id);

        var found = await FindAsync(receipt);

        Assert.Equal(ReceiptStatus.Current, found.Status);
        Assert.Equal((DialogueKind.Survey, "/enkater/hemtjanst", null), (found.Trace!.Kind, found.Trace.Address, found.Trace.PanelAddress));
        Assert.Equal([TraceStep.Received, TraceStep.Counted, TraceStep.Reported, TraceStep.Themed, TraceStep.Answered, TraceStep.Decided, TraceStep.FollowedUp], found.Trace.Lines.Select(l => l.Step));
        Assert.Equal(survey.Times!.PromisedAt, found.Trace.Lines.Single(l => l.Step == TraceStep.Answered).Until);
    }

    [Fact]
    public async Task A_receipt_of_a_wave_leads_to_what_its_panel_has_influenced()
    {
        var panel = await Data.PanelAsync();
        await Data.MembersAsync(panel, 1);
        var (_, survey) = await Data.WaveAsync(panel, 1);
        var receipt = await Data.ReceiptAsync(survey.Id);

        var found = await FindAsync(receipt);

        Assert.Equal("/ungdom", found.Trace!.PanelAddress);
    }

    [Fact]
    public async Task Of_a_cancelled_dialogue_nothing_more_comes()
    {
        var consultation = await Data.ConsultationAsync();
        var receipt = await Data.ReceiptAsync(consultation.Id);
        var tracked = await Db.Set<Consultation>().SingleAsync(c => c.Id == consultation.Id, CancellationToken);
        Assert.True(tracked.Cancel("Marken ska inte säljas.", "Maria Demolund, kommunikatör", TimeProvider.System.GetUtcNow()).IsSuccess);
        await Db.SaveChangesAsync(CancellationToken);

        var lines = (await FindAsync(receipt)).Trace!.Lines;

        Assert.Equal(TraceState.Done, lines[0].State);
        Assert.All(lines.Skip(1), l => Assert.Equal(TraceState.Never, l.State));
    }

    [Fact]
    public async Task The_themes_of_a_withdrawn_report_are_not_shown_any_more()
    {
        var (consultation, receipts) = await Data.PromisedAsync(answers: 1);
        await Db.Database.ExecuteSqlAsync($"UPDATE consultation SET results_at = now() - interval '1 minute' WHERE id = {consultation.Id}", CancellationToken);
        var before = (await FindAsync(receipts[0])).Trace!;
        var report = await Db.Set<Report>().SingleAsync(r => r.DialogueId == consultation.Id, CancellationToken);
        Assert.True(report.Withdraw("Ett tema pekade ut en person.", "Maria Demolund", TimeProvider.System.GetUtcNow()).IsSuccess);
        await Db.SaveChangesAsync(CancellationToken);

        var after = (await FindAsync(receipts[0])).Trace!;

        Assert.Equal(TestData.Themes.Select(t => t.Name), before.Themes.Select(t => t.Name));
        Assert.Empty(after.Themes);
        Assert.DoesNotContain(after.Lines, l => l.Step == TraceStep.Themed);
        Assert.Equal(before.Report! with { IsWithdrawn = true }, after.Report);
    }

    /// <summary>Nothing in what is handed to the page is about the answer: neither the receipts nor what was chosen or written are in it, whatever they are.</summary>
    [Fact]
    public async Task Two_different_answers_have_one_trace_and_nothing_of_an_answer_is_in_it()
    {
        var consultation = await Data.ConsultationAsync();
        var one = await Data.ReceiptAsync(consultation.Id, "a", "Bygg en lekplats.");
        var other = await Data.ReceiptAsync(consultation.Id, "b");
        await Data.CountAsync(consultation.Id);

        var (first, second) = (await FindAsync(one), await FindAsync(other));

        var json = System.Text.Json.JsonSerializer.Serialize(first);
        Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(second));
        Assert.DoesNotContain("lekplats", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(one[..4], json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("V5L2-4NDH-ROSR-JRPS-ZYU7")]
    [InlineData("V5L2-4NDH-ROSR-JRPS-ZYU7-V5L2-4NDH-ROSR-JRPS-ZYU7-AAAA")]
    public async Task An_unknown_receipt_has_no_trace(string code) =>
        Assert.Equal(new ReceiptTrace(ReceiptStatus.Unknown, Trace: null), await FindAsync(code));

    private async Task<ReceiptTrace> FindAsync(string code) => (await Use<GetReceiptTraceHandler>().HandleAsync(new(code), CancellationToken)).Value!;
}
