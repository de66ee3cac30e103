using Medborgardialog.Application.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>What the members said in a wave and what is done about it. For everyone.</summary>
public sealed class ResultModel : PanelPage
{
    public WaveView Wave { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        Wave = Panel.Returned.FirstOrDefault(w => w.Number == number)!;
        return Wave is null ? NotFound() : Page();
    }
}
