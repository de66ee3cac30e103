using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>S3b: the long text.</summary>
public sealed class BackgroundModel(GetConsultationHandler get) : ConsultationPage(get)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, cancellationToken) ?? Page();
}
