using Medborgardialog.Application.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.CommitteeRoom;

/// <summary>The way in; straight on for those who have one room.</summary>
public sealed class IndexModel(ListCommitteeRoomsHandler list) : AppPage
{
    public IReadOnlyList<CommitteeRoomRow> Rooms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Rooms = (await list.HandleAsync(new ListCommitteeRoomsQuery(), cancellationToken)).Value!;
        return Rooms.Count == 1 ? Redirect(Local($"/namndrum/{Rooms[0].Slug}")) : Page();
    }
}
