using Medborgardialog.Application.Reports;

namespace Medborgardialog.Web.Pages.Workspace.Reports;

/// <summary>S29: every closed rådslag and where its report stands.</summary>
public sealed class IndexModel(ListReportsHandler list) : AppPage
{
    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Rows = (await list.HandleAsync(new ListReportsQuery(All: true), cancellationToken)).Value!;
}
