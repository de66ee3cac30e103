using Medborgardialog.Application.Promises;
using Medborgardialog.Application.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.CommitteeRoom;

/// <summary>F4: what those who took part say of the committee's promise, and why. For the committee; everyone sees the figures.</summary>
public sealed class PromiseModel(GetFeedbackHandler get, ListPromiseReasonsHandler list) : RoomPage
{
    public FeedbackView View { get; private set; } = null!;

    public PromiseReasons Said { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string committee, string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetFeedbackQuery(committee, slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        var said = await list.HandleAsync(new ListPromiseReasonsQuery(slug), cancellationToken);
        if (!said.IsSuccess)
        {
            return Fail(said.Error);
        }

        (View, Said) = (found.Value, said.Value);
        Say(View.CommitteeSlug, View.Committee, T["promise.roomTitle"]);
        return Page();
    }
}
