using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>All rådslag of the municipality, for those who build them.</summary>
public sealed class IndexModel(ListMyConsultationsHandler list) : AppPage
{
    public IReadOnlyList<MyConsultation> Consultations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListMyConsultationsQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Consultations = found.Value;
        return Page();
    }
}
