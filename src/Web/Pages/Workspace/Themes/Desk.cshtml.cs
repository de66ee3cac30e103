using System.Globalization;
using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Themes;

/// <summary>S28: texts, one text with its themes, and one theme, side by side; on a phone one text at a time.</summary>
public sealed class DeskModel(GetCodingHandler get, CodeInputHandler code, MarkInputsHandler mark, RefreshCodingHandler refresh) : CodingPage
{
    private const int MostKeys = 9;

    private static readonly Dictionary<string, CodingFilter> _names = new(StringComparer.Ordinal)
    {
        ["okodade"] = CodingFilter.Uncoded, ["alla"] = CodingFilter.All, ["utan"] = CodingFilter.Without, ["tema"] = CodingFilter.InTheme,
    };

    [BindProperty(Name = "vy", SupportsGet = true)]
    public string? FilterName { get; set; }

    /// <summary>The text that is shown.</summary>
    [BindProperty(Name = "text", SupportsGet = true)]
    public int? Shown { get; set; }

    /// <summary>The theme that is shown.</summary>
    [BindProperty(Name = "tema", SupportsGet = true)]
    public Guid? ThemeId { get; set; }

    [BindProperty(Name = "sida", SupportsGet = true)]
    public int? PageNumber { get; set; }

    /// <summary>The text that the form is about.</summary>
    [BindProperty]
    public int Number { get; set; }

    /// <summary>The text to go on with.</summary>
    [BindProperty]
    public int? Next { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public MarksForm Marks { get; set; } = new();

    public CodingView View { get; private set; } = null!;

    public IEnumerable<CodingFilter> Filters =>
        Enum.GetValues<CodingFilter>().Where(f => f != CodingFilter.InTheme || View.Chosen is not null);

    /// <summary>Address of a text with what else is chosen kept.</summary>
    public string To(int? number, Guid? theme = null, CodingFilter? filter = null, int? page = null)
    {
        var query = QueryString.Create("vy", _names.First(n => n.Value == (filter ?? View.Filter)).Key);
        query = number is { } n ? query.Add("text", n.ToString(CultureInfo.InvariantCulture)) : query;
        query = (theme ?? View.Chosen?.Id) is { } t ? query.Add("tema", t.ToString("D")) : query;
        query = page is > 1 ? query.Add("sida", page.Value.ToString(CultureInfo.InvariantCulture)) : query;
        return $"{Home}{query}";
    }

    public IEnumerable<ThemeTick> Ticks()
    {
        // What was ticked in a form that was refused goes before what is saved.
        var (current, isBack) = (View.Current!, ModelState.ErrorCount > 0);
        var marks = isBack ? Marks : MarksForm.Of(current.Marks);
        return View.Themes.Select((theme, i) => new ThemeTick(
            nameof(Marks), theme.Id, theme.Name, "", marks.Ticked.Contains(theme.Id), marks.StanceOf(theme.Id), i < MostKeys ? i + 1 : null,
            string.Join(", ", current.Suggestions.FirstOrDefault(s => s.ThemeId == theme.Id)?.Stems ?? []), View.Head.IsReleased));
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(Shown, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var coded = await code.HandleAsync(new CodeInputCommand(SetId, Number, CodingRound.First, Marks.Read(), Language), cancellationToken);
        if (await LoadAsync(Number, cancellationToken) is { } refused)
        {
            return refused;
        }

        return coded.IsSuccess ? RedirectDone($"{To(Next ?? Number)}#texten", "coding.saved", View.Current?.Label ?? "") : Refuse(coded.Error);
    }

    public async Task<IActionResult> OnPostRefreshAsync(CancellationToken cancellationToken)
    {
        var fetched = await refresh.HandleAsync(new RefreshCodingCommand(SetId), cancellationToken);
        return fetched.IsSuccess ? RedirectDone(Home, "coding.refreshed", fetched.Value.Came, fetched.Value.Went) : Fail(fetched.Error);
    }

    /// <summary>A key of the list: puts the text in the theme, or takes it out. For the script; answers with what the row shows and what is said.</summary>
    public async Task<IActionResult> OnPostToggleAsync(CancellationToken cancellationToken)
    {
        FilterName = "alla";
        if (await LoadAsync(Number, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (View.Current is not { IsBlind: false } text || View.Current.Number != Number || ThemeId is not { } theme)
        {
            return new JsonResult(new { said = T["coding.blind"] });
        }

        var marked = await mark.HandleAsync(
            new MarkInputsCommand(SetId, [Number], theme, Stance.For, Remove: text.Marks.Any(m => m.ThemeId == theme)), cancellationToken);
        await LoadAsync(Number, cancellationToken);
        var names = View.Themes.Where(t => View.Current!.Marks.Any(m => m.ThemeId == t.Id)).Select(t => t.Name).ToList();
        return new JsonResult(new
        {
            names = marked.IsSuccess ? string.Join(" · ", names) : null,
            ticked = View.Current!.Marks.Select(m => m.ThemeId),
            said = marked.IsSuccess ? T["coding.keyDone", text.Label, names.Count == 0 ? T["coding.noTheme"] : string.Join(", ", names)] : Sentence(marked.Error),
        });
    }

    private async Task<IActionResult?> LoadAsync(int? number, CancellationToken cancellationToken)
    {
        CodingFilter? filter = _names.TryGetValue(FilterName ?? "", out var named) ? named : null;
        var found = await get.HandleAsync(new GetCodingQuery(SetId, filter, number, ThemeId, PageNumber ?? 1), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        return null;
    }
}
