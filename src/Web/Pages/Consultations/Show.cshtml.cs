using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>S3: understand the question in one minute, then act.</summary>
public sealed class ShowModel(GetConsultationHandler get) : ConsultationPage(get)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, cancellationToken) ?? Page();
}
