using Medborgardialog.Application.Goals;
using Medborgardialog.Application.Organisation;
using Medborgardialog.Application.Plans;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Committees;

/// <summary>S12b: what a committee has promised, what it asks, what it has answered, and how it goes with its goals and plans.</summary>
public sealed class ShowModel(GetCommitteeHandler get, GetGoalFollowUpHandler goals, ListPlansHandler plans) : AppPage
{
    public CommitteeView Committee { get; private set; } = null!;

    public IReadOnlyList<GoalRow> Goals { get; private set; } = [];

    public IReadOnlyList<PlanRow> Plans { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetCommitteeQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Committee = found.Value;
        Goals = (await goals.HandleAsync(new GetGoalFollowUpQuery(slug), cancellationToken)).Value!.Goals;
        Plans = (await plans.HandleAsync(new ListPlansQuery(slug), cancellationToken)).Value!.Rows;
        return Page();
    }
}
