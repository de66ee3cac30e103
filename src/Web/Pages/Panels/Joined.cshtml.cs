using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>What happens now: a member at once, in line, or a guardian has been asked.</summary>
public sealed class JoinedModel : PanelPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is { } other ? other : Me is null ? Redirect(Local(At(""))) : Page();
}
