using Medborgardialog.Application.Goals;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Committees;

/// <summary>L7: how it goes with the goals that the committee follows, for everyone.</summary>
public sealed class GoalsModel(GetGoalFollowUpHandler get) : AppPage
{
    public GoalFollowUpView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetGoalFollowUpQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        return Page();
    }
}
