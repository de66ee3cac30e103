using System.Text;
using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>The frozen rules byte for byte, so that <c>sha256sum</c> of the file is the public fingerprint.</summary>
public sealed class RulesFileModel(GetConsultationHandler get) : ConsultationPage(get)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        return Consultation.ManifestJson is { } json ? File(Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8") : NotFound();
    }
}
