using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Moderation;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>The public log of moderation: how often each rule was used. Never a text or an author.</summary>
public sealed class ModerationModel(GetConsultationHandler get, GetModerationFiguresHandler figures) : ConsultationPage(get)
{
    public ModerationFigures Figures { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } missing)
        {
            return missing;
        }

        var found = await figures.HandleAsync(new GetModerationFiguresQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Figures = found.Value;
        return Page();
    }
}
