using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Reports;

/// <summary>A file of a report; of one that has been withdrawn, why, as 410.</summary>
public sealed class FileModel(GetReportFileHandler get, GetReportHandler reports) : AppPage
{
    public ReportView Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string format, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetReportFileQuery(id, format), cancellationToken);
        if (found.IsSuccess)
        {
            return File(found.Value.Bytes, found.Value.ContentType, found.Value.Name);
        }

        if (found.Error is not ReportWithdrawn gone || (await reports.HandleAsync(new GetReportQuery(gone.Slug, gone.Version), cancellationToken)).Value is not { } report)
        {
            return Fail(found.Error);
        }

        Report = report;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
