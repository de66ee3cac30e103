using Medborgardialog.Application.Draws;

namespace Medborgardialog.Web.Pages.Draws;

/// <summary>Panels that have been drawn by lot, or soon are, for anybody to look into.</summary>
public sealed class IndexModel(ListPublicDrawsHandler list) : AppPage
{
    public IReadOnlyList<PublicDrawListed> Draws { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Draws = (await list.HandleAsync(new ListPublicDrawsQuery(), cancellationToken)).Value ?? [];
}
