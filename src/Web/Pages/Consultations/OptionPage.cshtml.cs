using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>S4: one option properly.</summary>
public sealed class OptionPageModel(GetConsultationHandler get) : ConsultationPage(get)
{
    public OptionView Option { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, string letter, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        var option = Consultation.Options.FirstOrDefault(o => string.Equals(o.Letter, letter, StringComparison.OrdinalIgnoreCase));
        if (option is null)
        {
            return NotFound();
        }

        Option = option;
        return Page();
    }
}
