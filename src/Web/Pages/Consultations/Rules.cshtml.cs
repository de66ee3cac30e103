using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>K11: the rules as they were frozen, every later notice, and the fingerprint that anyone can check.</summary>
public sealed class RulesModel(GetConsultationHandler get) : ConsultationPage(get)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, cancellationToken) ?? Page();
}
