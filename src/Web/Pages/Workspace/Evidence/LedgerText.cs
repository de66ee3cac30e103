using System.Globalization;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Web.Resources;

namespace Medborgardialog.Web.Pages.Workspace.Evidence;

/// <summary>How rows of the ledger are told.</summary>
internal static class LedgerText
{
    /// <summary>A month by its name, a year by its number, otherwise both days.</summary>
    public static string Period(DateOnly from, DateOnly to, Dates dates)
    {
        if (from.Day == 1 && to == from.AddMonths(1).AddDays(-1))
        {
            return from.ToString("MMMM yyyy", CultureInfo.CurrentCulture);
        }

        return from is { Month: 1, Day: 1 } && to == from.AddYears(1).AddDays(-1)
            ? from.Year.ToString(CultureInfo.InvariantCulture)
            : from == to ? dates.Day(from) : $"{dates.Day(from)} – {dates.Day(to)}";
    }

    public static string Number(int? count) => count?.ToString("N0", CultureInfo.CurrentCulture) ?? "–";

    public static string Parts(LedgerEntry row) => string.Join(" · ", new[] { row.Unit, row.Group, row.Reason }.Where(p => p.Length > 0));
}
