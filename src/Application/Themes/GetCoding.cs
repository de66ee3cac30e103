using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

public enum CodingFilter
{
    /// <summary>Nobody has said what they are about.</summary>
    Uncoded = 0,

    All = 1,

    /// <summary>Read, and about none of the themes.</summary>
    Without = 2,

    /// <summary>Of the chosen theme.</summary>
    InTheme = 3,
}

/// <param name="Number">The text to show; null for the first of the list.</param>
/// <param name="ThemeId">The theme to show; null for none.</param>
/// <param name="Page">From 1; ignored when a text is given.</param>
public sealed record GetCodingQuery(Guid SetId, CodingFilter? Filter = null, int? Number = null, Guid? ThemeId = null, int Page = 1);

/// <summary>
/// The coder's desk: a page of the texts, one text with its themes, the codebook and one theme of it. A drawn text that is not coded twice yet shows what was said
/// of it to nobody but who said it, so that the second look stays blind. Error: <see cref="CodingSetNotFound"/>.
/// </summary>
public sealed class GetCodingHandler(CodingDesk desk, CodedDialogues dialogues, ITexts texts) : IUseCase
{
    public const int PageSize = 12;
    private const int Excerpt = 110;

    public async Task<Result<CodingView>> HandleAsync(GetCodingQuery query, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(query.SetId, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var book = opened.Value;
        var (tally, suggestions) = (book.Tally(), ThemeSuggestions.Of(book.Inputs, book.Themes, book.InForce));
        var theme = book.Themes.FirstOrDefault(t => t.Id == query.ThemeId);
        var filter = query.Filter ?? (tally.Coded < tally.Inputs ? CodingFilter.Uncoded : CodingFilter.All);
        var list = book.Inputs.Where(i => IsIn(book, i, filter, theme)).ToList();
        var at = query.Number is { } number ? list.FindIndex(i => i.Number == number) : -1;
        var pages = Math.Max(1, (list.Count + PageSize - 1) / PageSize);
        var page = at >= 0 ? (at / PageSize) + 1 : Math.Clamp(query.Page, 1, pages);
        var rows = list.Skip((page - 1) * PageSize).Take(PageSize).ToList();

        // A text that has just been coded is no longer among the uncoded, and is still what the page is about.
        var current = book.Inputs.FirstOrDefault(i => i.Number == query.Number) ?? rows.FirstOrDefault();
        return new CodingView(
            CodingHeads.Of(book, await dialogues.FindAsync(book.Set.DialogueId, cancellationToken)), filter, page, pages, list.Count,
            rows.ConvertAll(i => Row(book, i, current)),
            current is null ? null : Text(book, current, list, suggestions),
            [.. book.Themes.Zip(tally.Themes, (t, n) => new ThemeRow(t.Id, t.Name, n.People, t.Id == theme?.Id))],
            theme is null ? null : Detail(book, tally, theme, suggestions));
    }

    private static bool IsIn(CodingBook book, CodingInput input, CodingFilter filter, CodingTheme? theme) => filter switch
    {
        CodingFilter.Uncoded => !book.InForce.ContainsKey(input.Id),
        CodingFilter.Without => book.InForce.TryGetValue(input.Id, out var coding) && coding.Marks.Count == 0,
        CodingFilter.InTheme => theme is not null && book.StanceOf(input.Id, theme.Id) is not null,
        _ => true,
    };

    private InputRow Row(CodingBook book, CodingInput input, CodingInput? current)
    {
        var marks = Shown(book, input)?.Marks ?? [];
        return new InputRow(
            input.Number, InputLabel.Of(texts, input), PlainText.Shorten(input.Text.ReplaceLineEndings(" "), Excerpt), input.Language,
            [.. marks.Select(m => book.Themes.First(t => t.Id == m.ThemeId).Name)], input == current);
    }

    private InputText Text(CodingBook book, CodingInput input, List<CodingInput> list, ThemeSuggestions suggestions)
    {
        var (at, coding) = (list.IndexOf(input), Shown(book, input));

        // Beside the place where it stood, when it has left the list.
        var next = at >= 0 ? list.ElementAtOrDefault(at + 1) : list.Find(i => i.Number > input.Number) ?? list.FirstOrDefault();
        return new InputText(
            input.Number, InputLabel.Of(texts, input), input.Text, input.Language, input.MayBeQuoted, coding?.Marks ?? [], coding?.CoderName, coding?.At, coding?.Round,
            coding is null && book.InForce.ContainsKey(input.Id), coding is null ? suggestions.For(input) : [],
            at > 0 ? list[at - 1].Number : null, next?.Number);
    }

    /// <summary>Null where nothing is said, or what is said must not be seen before the second look.</summary>
    private ThemeCoding? Shown(CodingBook book, CodingInput input) =>
        book.InForce.TryGetValue(input.Id, out var coding)
        && (!input.IsDrawn || coding.CoderId == desk.Me.Id || book.Codings.Any(c => c.InputId == input.Id && c.Round == CodingRound.Second))
            ? coding
            : null;

    private ThemeDetail Detail(CodingBook book, CodingTally tally, CodingTheme theme, ThemeSuggestions suggestions)
    {
        var counted = tally.Themes.First(t => t.ThemeId == theme.Id);
        var inputs = book.Inputs.Where(i => Shown(book, i) is not null).ToList();
        return new ThemeDetail(
            theme.Id, theme.Name, theme.Description, theme.Wants, theme.Goal, theme.NamedByName, counted.People,
            tally.Writers == 0 ? 0 : (int)Math.Round(100.0 * counted.People / tally.Writers, MidpointRounding.AwayFromZero),
            counted.For, counted.Against, [.. counted.ByKind.OrderBy(k => k.Key).Select(k => new CodedKind(k.Key, k.Value))],
            Example(inputs.FirstOrDefault(i => book.StanceOf(i.Id, theme.Id) == Stance.For)),
            Example(inputs.FirstOrDefault(i => book.StanceOf(i.Id, theme.Id) == Stance.Against)),
            book.Quotes.Count(q => q.ThemeId == theme.Id), [.. suggestions.TypicalOf(theme.Id).Take(8)]);
    }

    private ThemeExample? Example(CodingInput? input) =>
        input is null ? null : new ThemeExample(input.Number, InputLabel.Of(texts, input), PlainText.Shorten(input.Text, 2 * Excerpt), input.Language);
}
