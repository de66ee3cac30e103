using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Reports;

/// <summary>S29: start, follow, read and deliver the report of one rådslag.</summary>
public sealed class ShowModel(
    ListReportsHandler list, GetReportHandler get, GetReportBriefHandler getBrief, WriteReportBriefHandler writeBrief, RequestReportHandler request, DeliverReportHandler deliver,
    WithdrawReportHandler withdraw, CountLateEvidenceHandler late) : AppPage
{
    [BindProperty(Name = "skal")]
    public string? Reason { get; set; }

    /// <summary>Rows of the ledger that came too late for the version that is shown.</summary>
    public int Late { get; private set; }

    public ReportRow Row { get; private set; } = null!;

    public ReportView? Report { get; private set; }

    /// <summary>What the committee is asked, one for each field.</summary>
    [BindProperty]
    public List<string?> Asked { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, keepTyped: false, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAskedAsync(string slug, CancellationToken cancellationToken)
    {
        var written = await writeBrief.HandleAsync(new WriteReportBriefCommand(slug, [.. Asked.Select(a => a ?? "")]), cancellationToken);
        if (written.IsSuccess)
        {
            return RedirectDone($"/arbetsyta/rapporter/{slug}", "reports.work.askedSaved");
        }

        if (!await LoadAsync(slug, keepTyped: true, cancellationToken))
        {
            return NotFound();
        }

        if (written.Error is not WordingRefused refused)
        {
            return Fail(written.Error, "Asked");
        }

        foreach (var phrase in refused.Phrases)
        {
            var index = Math.Max(0, Asked.FindIndex(a => a?.Contains(phrase.Phrase, StringComparison.Ordinal) == true));
            ModelState.AddModelError($"Asked[{index}]", T["reports.work.phrase", phrase.Phrase, T[phrase.Rule], T[phrase.Suggestion]]);
        }

        return ShowErrors();
    }

    public async Task<IActionResult> OnPostRequestAsync(string slug, CancellationToken cancellationToken)
    {
        var requested = await request.HandleAsync(new RequestReportCommand(slug), cancellationToken);
        return requested.IsSuccess
            ? RedirectDone($"/arbetsyta/rapporter/{slug}", "reports.work.requested")
            : await ExplainAsync(slug, requested.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostDeliverAsync(string slug, Guid id, CancellationToken cancellationToken)
    {
        var delivered = await deliver.HandleAsync(new DeliverReportCommand(id), cancellationToken);
        return delivered.IsSuccess
            ? RedirectDone($"/arbetsyta/rapporter/{slug}", "reports.work.delivered")
            : await ExplainAsync(slug, delivered.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string slug, Guid id, CancellationToken cancellationToken)
    {
        var withdrawn = await withdraw.HandleAsync(new WithdrawReportCommand(id, Reason ?? ""), cancellationToken);
        if (withdrawn.IsSuccess)
        {
            return RedirectDone($"/arbetsyta/rapporter/{slug}", "reports.work.withdrawn");
        }

        return !await LoadAsync(slug, keepTyped: false, cancellationToken) ? NotFound()
            : withdrawn.Error is ReportReasonMissing missing ? Fail(missing, "skal", missing.Max) : Fail(withdrawn.Error);
    }

    private async Task<IActionResult> ExplainAsync(string slug, Error error, CancellationToken cancellationToken) =>
        await LoadAsync(slug, keepTyped: false, cancellationToken) ? Fail(error) : NotFound();

    private async Task<bool> LoadAsync(string slug, bool keepTyped, CancellationToken cancellationToken)
    {
        var rows = await list.HandleAsync(new ListReportsQuery(All: true), cancellationToken);
        var row = rows.Value!.FirstOrDefault(r => r.Slug == slug);
        if (row is null)
        {
            return false;
        }

        Row = row;
        Asked = keepTyped ? Asked : [.. (await getBrief.HandleAsync(new GetReportBriefQuery(slug), cancellationToken)).Value?.Asked ?? []];
        Asked.AddRange(Enumerable.Repeat((string?)"", Math.Max(0, ReportBrief.MaxQuestions - Asked.Count)));
        Report = row.NumberSlug is null ? null : (await get.HandleAsync(new GetReportQuery(row.NumberSlug, row.Version), cancellationToken)).Value;
        Late = Report is { State: ReportState.Ready or ReportState.Delivered }
            ? (await late.HandleAsync(new CountLateEvidenceQuery(Report.Id), cancellationToken)).Value?.Rows ?? 0
            : 0;
        return true;
    }
}
