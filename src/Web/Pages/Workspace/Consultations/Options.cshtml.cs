using System.Globalization;
using Medborgardialog.Application.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>K1: the options, and the aspects that all of them answer.</summary>
public sealed class OptionsModel(GetBuilderHandler get, SetAspectsHandler setAspects, AddOptionHandler add) : BuilderPage(get)
{
    private const string Step = "bygg/alternativ";

    [BindProperty]
    public Form Input { get; set; } = new();

    private string Title => T["task.Options"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form { Aspects = string.Join('\n', Draft.AspectNames), CardAspects = Draft.CardAspects.ToString(CultureInfo.InvariantCulture) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Aspects", Input.Aspects, 1000);
        if (!int.TryParse(Input.CardAspects, NumberStyles.None, CultureInfo.InvariantCulture, out var onCard) || onCard > 3)
        {
            ModelState.AddModelError("Input.CardAspects", "builder.cardAspects");
        }

        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        var saved = await setAspects.HandleAsync(new SetAspectsCommand(slug, Version, Lines(Input.Aspects), onCard), cancellationToken);
        return await EndAsync(saved, slug, Title, s => $"/arbetsyta/radslag/{s}/{Step}", "builder.saved", cancellationToken);
    }

    public async Task<IActionResult> OnPostAddAsync(string slug, CancellationToken cancellationToken)
    {
        var saved = await add.HandleAsync(new AddOptionCommand(slug, Version), cancellationToken);
        if (saved.IsSuccess && await LoadAsync(slug, Title, cancellationToken) is null)
        {
            return RedirectDone($"{Home}/{Step}/{Draft.Options[^1].Letter.ToLowerInvariant()}", "builder.optionAdded");
        }

        return await EndAsync(saved, slug, Title, s => $"/arbetsyta/radslag/{s}/{Step}", "builder.saved", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
        [(T["field.aspects"], string.Join('\n', Draft.AspectNames)), (T["field.options"], string.Join('\n', Draft.Options.Select(o => $"{o.Letter} {o.Name}")))];

    public sealed class Form
    {
        public string? Aspects { get; set; }

        public string? CardAspects { get; set; }
    }
}
