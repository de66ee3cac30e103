using Medborgardialog.Application.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>Leaving takes one press and asks for no reason.</summary>
public sealed class LeaveModel(LeavePanelHandler leave) : PanelPage
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var left = await leave.HandleAsync(new LeavePanelCommand(Panel.Slug), cancellationToken);
        return left.IsSuccess ? RedirectDone(At(""), "panel.left") : Fail(left.Error);
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is { } other ? other
        : Me is not null ? null
        : HttpContext.RequestServices.GetRequiredService<ICurrentUser>().Id is null ? Redirect(Local($"/logga-in?till={Uri.EscapeDataString(Request.Path)}"))
        : Redirect(Local(At("")));
}
