using Medborgardialog.Application.Consultations;

namespace Medborgardialog.Web.Pages;

/// <summary>S1: what can be influenced now, and that it leads somewhere.</summary>
public sealed class IndexModel(ListConsultationsHandler list) : AppPage
{
    public IReadOnlyList<ConsultationRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Rows = (await list.HandleAsync(new ListConsultationsQuery(), cancellationToken)).Value!;
}
