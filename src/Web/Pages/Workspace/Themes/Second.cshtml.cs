using System.Globalization;
using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Themes;

/// <summary>The second coder: one drawn text at a time, without what the first said.</summary>
public sealed class SecondModel(
    GetSecondTextHandler get, GetCodingHandler coding, CodeInputHandler code, DrawSecondCoderHandler draw) : CodingPage
{
    [BindProperty(Name = "text", SupportsGet = true)]
    public int? Number { get; set; }

    [BindProperty]
    public string? Percent { get; set; } = "20";

    [BindProperty]
    public MarksForm Marks { get; set; } = new();

    public SecondView View { get; private set; } = null!;

    public CodingHead Head { get; private set; } = null!;

    public IEnumerable<ThemeTick> Ticks()
    {
        var marks = ModelState.ErrorCount > 0 ? Marks : MarksForm.Of(View.Text!.Mine);
        return View.Themes.Select(t => new ThemeTick(
            nameof(Marks), t.Id, t.Name, t.Description, marks.Ticked.Contains(t.Id), marks.StanceOf(t.Id), null, "", View.IsReleased));
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var coded = await code.HandleAsync(new CodeInputCommand(SetId, Number ?? 0, CodingRound.Second, Marks.Read()), cancellationToken);
        return coded.IsSuccess
            ? RedirectDone($"{Home}/andra", "coding.savedNumber", coded.Value.Number.ToString("000", CultureInfo.InvariantCulture))
            : await LoadAsync(cancellationToken) ?? Refuse(coded.Error);
    }

    public async Task<IActionResult> OnPostDrawAsync(CancellationToken cancellationToken)
    {
        var percent = int.TryParse(Percent?.Trim().TrimEnd('%').TrimEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var drawn = await draw.HandleAsync(new DrawSecondCoderCommand(SetId, percent), cancellationToken);
        return drawn.IsSuccess
            ? RedirectDone($"{Home}/andra", "coding.drawn", drawn.Value.Inputs)
            : await LoadAsync(cancellationToken) ?? Refuse(drawn.Error, nameof(Percent));
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetSecondTextQuery(SetId, Number), cancellationToken);
        var set = await coding.HandleAsync(new GetCodingQuery(SetId), cancellationToken);
        if (!found.IsSuccess || !set.IsSuccess)
        {
            return Fail((found.Error ?? set.Error)!);
        }

        (View, Head) = (found.Value, set.Value.Head);
        Title(T["coding.second"], View.Title);
        return null;
    }
}
