using Medborgardialog.Application.Reports;

namespace Medborgardialog.Web.Pages.Reports;

/// <summary>S12: reports that committees have been given.</summary>
public sealed class IndexModel(ListReportsHandler list) : AppPage
{
    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Rows = (await list.HandleAsync(new ListReportsQuery(All: false), cancellationToken)).Value!;
}
