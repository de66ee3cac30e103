using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Reports;

/// <summary>S29: start, follow, read and deliver the report of one rådslag.</summary>
public sealed class ShowModel(ListReportsHandler list, GetReportHandler get, RequestReportHandler request, DeliverReportHandler deliver) : AppPage
{
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
        return true;
    }
}
