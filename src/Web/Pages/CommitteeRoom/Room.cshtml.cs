using Medborgardialog.Application.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.CommitteeRoom;

/// <summary>S30: what has been given to the committee, when it has promised to answer, and how far the answer has come.</summary>
public sealed class RoomModel(GetCommitteeRoomHandler get) : AppPage
{
    public CommitteeRoomView Room { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetCommitteeRoomQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Room = found.Value;
        return Page();
    }
}
