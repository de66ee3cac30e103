using System.Globalization;
using Medborgardialog.Application.Reports;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Reports;

/// <summary>Where one number of a report comes from: the rule, and every row of the ledger behind it (E9).</summary>
public sealed class FigureModel(GetReportFigureHandler get) : AppPage
{
    public ReportFigureView Figure { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, int version, string figure, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetReportFigureQuery(number, version, figure), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Figure = found.Value;
        return Page();
    }

    /// <summary>The days that a row is about, as short as they can be said.</summary>
    internal static string Period(EvidenceView row, Dates dates) => row switch
    {
        { From: { Month: 1, Day: 1 }, To: { Month: 12, Day: 31 } } when row.From.Year == row.To.Year => row.From.Year.ToString(CultureInfo.InvariantCulture),
        _ when row.From == row.To => dates.Day(row.From),
        _ => $"{dates.Day(row.From)} – {dates.Day(row.To)}",
    };

    public static string Number(int? count) => count?.ToString("N0", CultureInfo.CurrentCulture) ?? "–";
}
