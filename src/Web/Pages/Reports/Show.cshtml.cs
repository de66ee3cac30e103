using System.Globalization;
using Medborgardialog.Application.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Reports;

/// <summary>S12: one report as it was delivered.</summary>
public sealed class ShowModel(GetReportHandler get) : AppPage
{
    public ReportView Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, string? version, CancellationToken cancellationToken)
    {
        var wanted = version is null ? (int?)null : int.Parse(version.AsSpan(1), CultureInfo.InvariantCulture);
        var found = await get.HandleAsync(new GetReportQuery(number, wanted), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Report = found.Value;
        if (Report.Article is null && !Report.Standing.IsWithdrawn)
        {
            return NotFound();
        }

        // The address leads to why; what stood there is gone.
        Response.StatusCode = Report.Article is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return Page();
    }
}
