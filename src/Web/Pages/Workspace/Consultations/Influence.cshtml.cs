using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>K12: how much there is to influence, what, and what is decided already.</summary>
public sealed class InfluenceModel(GetBuilderHandler get, SetInfluenceHandler save) : BuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    private string Title => T["task.Influence"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            Level = Draft.Influence,
            CanInfluence = string.Join('\n', Draft.CanInfluence),
            AlreadyDecided = string.Join('\n', Draft.AlreadyDecided),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.CanInfluence", Input.CanInfluence, 4000);
        Limit("Input.AlreadyDecided", Input.AlreadyDecided, 4000);
        if (Input.Level is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.Level", "builder.chooseLevel");
        }

        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await save.HandleAsync(
            new SetInfluenceCommand(slug, Version, Input.Level!.Value, Lines(Input.CanInfluence), Lines(Input.AlreadyDecided)),
            cancellationToken);
        return await EndAsync(saved, slug, Title, s => $"/arbetsyta/radslag/{s}", "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["field.level"], Draft.Influence is { } level ? T[$"influence.{level}"] : ""),
        (T["field.canInfluence"], string.Join('\n', Draft.CanInfluence)),
        (T["field.alreadyDecided"], string.Join('\n', Draft.AlreadyDecided)),
    ];

    public sealed class Form
    {
        public InfluenceLevel? Level { get; set; }

        public string? CanInfluence { get; set; }

        public string? AlreadyDecided { get; set; }
    }
}
