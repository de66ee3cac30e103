using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>What is said of a panel, all in one form.</summary>
public sealed class SettingsModel(GetPanelSettingsHandler get, WritePanelHandler write) : PanelFormPage
{
    public override string Part => "installningar";

    /// <summary>The version that the form was made from.</summary>
    [BindProperty]
    public uint Version { get; set; }

    public string Committee { get; private set; } = "";

    /// <summary>What another has saved meanwhile, where it differs from what was typed: key of the label and the text.</summary>
    public IReadOnlyList<(string Field, string Value)> SavedMeanwhile { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        (Input, Version) = (PanelForm.Of(Panel), Panel.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        var settings = ReadForm(Panel.Kind);
        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var saved = await write.HandleAsync(new WritePanelCommand(slug, Version, settings), cancellationToken);
        if (saved.IsSuccess)
        {
            return RedirectDone(Home, "paneldesk.done.saved");
        }

        if (saved.Error is PanelChangedMeanwhile)
        {
            // The next save is from what stands here now, and the page says what that is.
            ModelState.Remove(nameof(Version));
            Version = Panel.Version;
            SavedMeanwhile = [.. PanelForm.Of(Panel).Fields().Except(Input.Fields().Select(f => (f.Field, f.Value.ReplaceLineEndings("\n"))))];
        }

        return ShowRefused(saved.Error);
    }

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetPanelSettingsQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Committee = found.Value.Committee;
        Head(found.Value.Panel, T["paneldesk.part.settings"]);
        return null;
    }
}
