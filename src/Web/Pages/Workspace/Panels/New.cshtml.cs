using Medborgardialog.Application.Organisation;
using Medborgardialog.Application.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>Starts a panel as a draft.</summary>
public sealed class NewModel(CreatePanelHandler create, ListCommitteesHandler committees) : PanelFormPage
{
    public override bool IsNew => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Enum.IsDefined(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "err.value");
        }

        if (Committees.All(c => c.Slug != Input.Committee))
        {
            ModelState.AddModelError("Input.Committee", "paneldesk.slot.committeeUnknown");
        }

        var settings = ReadForm(Input.Kind);
        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var created = await create.HandleAsync(new CreatePanelCommand(Input.Kind, Input.Committee ?? "", settings), cancellationToken);
        return created.IsSuccess ? RedirectDone(HomeOf(created.Value), "paneldesk.done.created") : ShowRefused(created.Error);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Committees = [.. (await committees.HandleAsync(new ListCommitteesQuery(), cancellationToken)).Value!.Select(c => (c.Slug, c.Name))];
        ViewData["Title"] = T["paneldesk.new"];
        ViewData["Crumbs"] = new (string Href, string Text)[] { ("/arbetsyta/paneler", T["paneldesk.title"]) };
    }
}
