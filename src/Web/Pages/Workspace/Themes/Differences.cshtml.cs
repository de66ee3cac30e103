using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Themes;

/// <summary>How two coders agree, and what is settled with a note.</summary>
public sealed class DifferencesModel(ListDisagreementsHandler list, GetCodingHandler coding, CodeInputHandler code) : CodingPage
{
    /// <summary>The text that is being settled.</summary>
    [BindProperty(Name = "text", SupportsGet = true)]
    public int? Number { get; set; }

    [BindProperty]
    public MarksForm Marks { get; set; } = new();

    [BindProperty]
    public string? Note { get; set; }

    public DisagreementView View { get; private set; } = null!;

    public CodingHead Head { get; private set; } = null!;

    public bool IsWrong(Disagreement item) => Number == item.Number && ModelState.TryGetValue($"Note-{item.Number}", out var state) && state.Errors.Count > 0;

    /// <summary>Themes with their stance, or that there are none.</summary>
    public string Words(CoderSaid said) => said.Marks.Count == 0
        ? T["coding.noTheme"]
        : string.Join(", ", said.Marks.Select(m => $"{View.Themes.First(t => t.Id == m.ThemeId).Name} ({T[$"coding.stance.{m.Stance}"]})"));

    public IEnumerable<ThemeTick> Ticks(Disagreement item)
    {
        var marks = Number == item.Number && ModelState.ErrorCount > 0 ? Marks : MarksForm.Of((item.Settled ?? item.First).Marks);
        return View.Themes.Select(t => new ThemeTick(
            nameof(Marks), t.Id, t.Name, "", marks.Ticked.Contains(t.Id), marks.StanceOf(t.Id), null, "", IsLocked: false) { Scope = item.Number });
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var settled = await code.HandleAsync(
            new CodeInputCommand(SetId, Number ?? 0, CodingRound.Settled, Marks.Read(), Note: Note ?? ""), cancellationToken);
        return settled.IsSuccess
            ? RedirectDone($"{Home}/olika", "coding.settledDone")
            : await LoadAsync(cancellationToken) ?? Refuse(settled.Error, settled.Error is SettleNoteMissing ? $"Note-{Number}" : "");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListDisagreementsQuery(SetId), cancellationToken);
        var set = await coding.HandleAsync(new GetCodingQuery(SetId), cancellationToken);
        if (!found.IsSuccess || !set.IsSuccess)
        {
            return Fail((found.Error ?? set.Error)!);
        }

        (View, Head) = (found.Value, set.Value.Head);
        Title(T["coding.differences"], View.Title);
        return null;
    }
}
