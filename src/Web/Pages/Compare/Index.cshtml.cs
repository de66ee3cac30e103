using Medborgardialog.Application.Surveys;

namespace Medborgardialog.Web.Pages.Compare;

/// <summary>S11: the services whose units can be compared.</summary>
public sealed class IndexModel(ListComparedServicesHandler list) : AppPage
{
    public IReadOnlyList<ServiceCompared> Services { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Services = (await list.HandleAsync(new ListComparedServicesQuery(), cancellationToken)).Value!;
}
