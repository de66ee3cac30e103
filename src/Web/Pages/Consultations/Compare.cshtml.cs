using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>S4: all options side by side, aspect by aspect.</summary>
public sealed class CompareModel(GetConsultationHandler get) : ConsultationPage(get)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, cancellationToken) ?? (Consultation.Options.Count == 0 ? NotFound() : Page());
}
