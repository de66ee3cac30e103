using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>A page under <c>/radslag/{slug}</c> that shows the rådslag itself.</summary>
public abstract class ConsultationPage(GetConsultationHandler get) : AppPage
{
    public ConsultationView Consultation { get; private set; } = null!;

    /// <summary>Loads the rådslag; not null is the answer to give instead of the page.</summary>
    protected async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetConsultationQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Consultation = found.Value;
        ViewData["Consultation"] = found.Value;
        return null;
    }
}
