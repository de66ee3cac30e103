using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Reports;

/// <summary>S29: start, follow, read and deliver the report of one rådslag.</summary>
public sealed class ShowModel(ListReportsHandler list, GetReportHandler get, RequestReportHandler request, DeliverReportHandler deliver, WithdrawReportHandler withdraw, CountLateEvidenceHandler late)
    : AppPage
{
    [BindProperty(Name = "skal")]
    public string? Reason { get; set; }

    /// <summary>Rows of the ledger that came too late for the version that is shown.</summary>
    public int Late { get; private set; }

    public ReportRow Row { get; private set; } = null!;

    public ReportView? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, cancellationToken) ? Page() : NotFound();

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

        return !await LoadAsync(slug, cancellationToken) ? NotFound()
            : withdrawn.Error is ReportReasonMissing missing ? Fail(missing, "skal", missing.Max) : Fail(withdrawn.Error);
    }

    private async Task<IActionResult> ExplainAsync(string slug, Error error, CancellationToken cancellationToken) =>
        await LoadAsync(slug, cancellationToken) ? Fail(error) : NotFound();

    private async Task<bool> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var rows = await list.HandleAsync(new ListReportsQuery(All: true), cancellationToken);
        var row = rows.Value!.FirstOrDefault(r => r.Slug == slug);
        if (row is null)
        {
            return false;
        }

        Row = row;
        Report = row.NumberSlug is null ? null : (await get.HandleAsync(new GetReportQuery(row.NumberSlug, row.Version), cancellationToken)).Value;
        Late = Report is { State: ReportState.Ready or ReportState.Delivered }
            ? (await late.HandleAsync(new CountLateEvidenceQuery(Report.Id), cancellationToken)).Value?.Rows ?? 0
            : 0;
        return true;
    }
}
