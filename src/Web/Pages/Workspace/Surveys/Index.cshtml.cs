using Medborgardialog.Application.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>All surveys of the municipality, for those who build them.</summary>
public sealed class IndexModel(ListMySurveysHandler list) : AppPage
{
    public IReadOnlyList<MySurvey> Surveys { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListMySurveysQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Surveys = found.Value;
        return Page();
    }
}
