using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>The long text, and the same in easy Swedish.</summary>
public sealed class BackgroundModel(GetBuilderHandler get, WriteBackgroundHandler save) : BuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    private string Title => T["task.Background"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            Background = Draft.Background,
            EasySwedish = Draft.EasySwedish,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Background", Input.Background);
        Limit("Input.EasySwedish", Input.EasySwedish);
        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await save.HandleAsync(
            new WriteBackgroundCommand(slug, Version, Input.Background ?? "", Input.EasySwedish ?? ""),
            cancellationToken);
        return await EndAsync(saved, slug, Title, s => $"/arbetsyta/radslag/{s}", "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["field.background"], Draft.Background),
        (T["field.easySwedish"], Draft.EasySwedish),
    ];

    public sealed class Form
    {
        public string? Background { get; set; }

        public string? EasySwedish { get; set; }
    }
}
