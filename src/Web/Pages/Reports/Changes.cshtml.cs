using Medborgardialog.Application.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Reports;

/// <summary>What is different from the version before, number by number.</summary>
public sealed class ChangesModel(GetReportChangesHandler get) : AppPage
{
    public ReportChanges Changes { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, int version, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetReportChangesQuery(number, version), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Changes = found.Value;
        return Page();
    }
}
