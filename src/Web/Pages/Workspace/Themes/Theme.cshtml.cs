using Medborgardialog.Application.Themes;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Themes;

/// <summary>One theme: its words, and the quotes that stand for it.</summary>
public sealed class ThemeModel(
    GetThemeQuotesHandler get, GetCodingHandler coding, WriteThemeHandler write, RemoveThemeHandler remove, ChooseQuoteHandler choose, CheckQuoteHandler check,
    RemoveQuoteHandler removeQuote) : CodingPage
{
    private const int Few = 8;

    /// <summary>Null for a new theme.</summary>
    [BindProperty(Name = "theme", SupportsGet = true)]
    public Guid? ThemeId { get; set; }

    /// <summary>Number of the text that words are taken from.</summary>
    [BindProperty(Name = "text", SupportsGet = true)]
    public int? Number { get; set; }

    [BindProperty(Name = "allt", SupportsGet = true)]
    public bool ShowAll { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public string? QuoteText { get; set; }

    [BindProperty]
    public Guid QuoteId { get; set; }

    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>Null for a new theme.</summary>
    public ThemeQuotesView? Quotes { get; private set; }

    public int MostShown => ShowAll ? int.MaxValue : Few;

    public string Path => ThemeId is { } id ? $"{Home}/tema/{id:D}" : $"{Home}/tema";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } refused)
        {
            return refused;
        }

        QuoteText = Quotes?.Chosen?.Text;
        return Fill();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var written = await write.HandleAsync(
            new WriteThemeCommand(SetId, ThemeId, new ThemeText(Input.Name ?? "", Input.Description ?? "", Input.Wants ?? "", Input.Goal ?? "")), cancellationToken);
        if (written.IsSuccess)
        {
            return RedirectDone(ThemeId is null ? Home : Path, ThemeId is null ? "themes.added" : "coding.themeSaved", written.Value.Name);
        }

        return await LoadAsync(cancellationToken)
            ?? Refuse(written.Error, written.Error is ThemeWordsWrong wrong ? $"Input.{wrong.Field}" : written.Error is ThemeNameTaken ? "Input.Name" : "");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        var removed = await remove.HandleAsync(new RemoveThemeCommand(SetId, ThemeId ?? Guid.Empty), cancellationToken);
        return removed.IsSuccess
            ? RedirectDone(Home, "coding.themeRemoved", removed.Value.Name)
            : await LoadAsync(cancellationToken) ?? Fill(removed.Error);
    }

    public async Task<IActionResult> OnPostQuoteAsync(CancellationToken cancellationToken)
    {
        var chosen = await choose.HandleAsync(new ChooseQuoteCommand(SetId, ThemeId ?? Guid.Empty, Number ?? 0, QuoteText ?? ""), cancellationToken);
        return chosen.IsSuccess
            ? RedirectDone(Path, "coding.quoteChosen")
            : await LoadAsync(cancellationToken) ?? Fill(chosen.Error, nameof(QuoteText));
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        var looked = await check.HandleAsync(new CheckQuoteCommand(SetId, QuoteId, Confirmed), cancellationToken);
        return looked.IsSuccess
            ? RedirectDone(Path, "coding.quoteChecked")
            : await LoadAsync(cancellationToken) ?? Fill(looked.Error);
    }

    public async Task<IActionResult> OnPostRemoveQuoteAsync(CancellationToken cancellationToken)
    {
        var removed = await removeQuote.HandleAsync(new RemoveQuoteCommand(SetId, QuoteId), cancellationToken);
        return removed.IsSuccess
            ? RedirectDone(Path, "coding.quoteRemoved")
            : await LoadAsync(cancellationToken) ?? Fill(removed.Error);
    }

    /// <summary>The fields of the theme as they are saved: they were not in the form that was sent.</summary>
    private IActionResult Fill(Error? error = null, string field = "")
    {
        Input = Quotes?.Theme is { } theme ? new Form { Name = theme.Name, Description = theme.Description, Wants = theme.Wants, Goal = theme.Goal } : Input;
        return error is null ? Page() : Refuse(error, field);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (ThemeId is not { } themeId)
        {
            var set = await coding.HandleAsync(new GetCodingQuery(SetId), cancellationToken);
            if (!set.IsSuccess)
            {
                return Fail(set.Error);
            }

            Title(T["coding.newTheme"], set.Value.Head.Title);
            return null;
        }

        var found = await get.HandleAsync(new GetThemeQuotesQuery(SetId, themeId, Number), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Quotes = found.Value;
        Title(Quotes.Theme.Name, Quotes.SetTitle);
        return null;
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Description { get; set; }

        public string? Wants { get; set; }

        public string? Goal { get; set; }
    }
}
