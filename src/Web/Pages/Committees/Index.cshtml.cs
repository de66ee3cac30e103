using Medborgardialog.Application.Organisation;

namespace Medborgardialog.Web.Pages.Committees;

/// <summary>S12b: the committees.</summary>
public sealed class IndexModel(ListCommitteesHandler list) : AppPage
{
    public IReadOnlyList<CommitteeRow> Committees { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Committees = (await list.HandleAsync(new ListCommitteesQuery(), cancellationToken)).Value!;
}
