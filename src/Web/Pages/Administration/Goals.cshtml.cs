using Medborgardialog.Application.Goals;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Administration;

/// <summary>S31: the municipality's common committee goals.</summary>
public sealed class GoalsModel(ListGoalsHandler list) : AppPage
{
    public GoalListView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListGoalsQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        return Page();
    }

    public string NamesOf(GoalView goal) => string.Join(", ", View.Committees.Where(c => goal.Committees.Contains(c.Id)).Select(c => c.Name));
}
