using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

/// <param name="Number">The text to take words from; null for none.</param>
public sealed record GetThemeQuotesQuery(Guid SetId, Guid ThemeId, int? Number = null);

/// <param name="Found">What could point somebody out.</param>
/// <param name="CheckedBy">Empty before somebody has looked.</param>
public sealed record QuoteRow(
    Guid Id, int Number, string Label, string Text, string Language, Stance Stance, IReadOnlyList<PersonalDetail> Found, string ChosenBy, string CheckedBy);

/// <summary>A text that could be quoted.</summary>
public sealed record QuotableText(int Number, string Label, string Text, string Language, Stance Stance);

/// <param name="Quotable">Texts of the theme that may be quoted and are not yet, those against first, then the longer ones first.</param>
/// <param name="NotAllowed">Texts of the theme that may not be quoted.</param>
/// <param name="NeedsOpposing">A tenth or more are against, and none of the quotes says so.</param>
/// <param name="Balance">Whether the quotes lean more to one side than the persons.</param>
/// <param name="Goals">Goals that other themes name, to choose from.</param>
public sealed record ThemeQuotesView(
    Guid SetId, string SetTitle, bool IsReleased, CodingTheme Theme, ThemeTally Tally, IReadOnlyList<QuoteRow> Quotes, IReadOnlyList<QuotableText> Quotable, int NotAllowed,
    QuotableText? Chosen, bool NeedsOpposing, BalanceReading Balance, IReadOnlyList<string> Goals);

/// <summary>The words of one theme, the officer's page. Errors: <see cref="CodingSetNotFound"/>, <see cref="CodingThemeNotFound"/>.</summary>
public sealed class GetThemeQuotesHandler(CodingDesk desk, ITexts texts) : IUseCase
{
    public async Task<Result<ThemeQuotesView>> HandleAsync(GetThemeQuotesQuery query, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(query.SetId, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var book = opened.Value;
        if (book.Themes.FirstOrDefault(t => t.Id == query.ThemeId) is not { } theme)
        {
            return new CodingThemeNotFound();
        }

        var tally = book.Tally().Themes.First(t => t.ThemeId == theme.Id);
        var own = book.Quotes.Where(q => q.ThemeId == theme.Id).ToList();
        var quoted = own.Select(q => q.InputId).ToHashSet();
        var inTheme = book.Inputs.Where(i => book.StanceOf(i.Id, theme.Id) is not null).ToList();
        var quotable = inTheme.Where(i => i.MayBeQuoted && !quoted.Contains(i.Id))
            .OrderByDescending(i => book.StanceOf(i.Id, theme.Id) == Stance.Against).ThenByDescending(i => i.Text.Length).ThenBy(i => i.Number)
            .Select(i => new QuotableText(i.Number, InputLabel.Of(texts, i), i.Text, i.Language, book.StanceOf(i.Id, theme.Id)!.Value)).ToList();
        var rows = own.ConvertAll(q => Row(q, inTheme.Find(i => i.Id == q.InputId) ?? book.Inputs.First(i => i.Id == q.InputId), book.StanceOf(q.InputId, theme.Id)));
        return new ThemeQuotesView(
            book.Set.Id, book.Set.Title, book.Set.IsReleased, theme, tally, rows, quotable, inTheme.Count(i => !i.MayBeQuoted),
            quotable.Find(q => q.Number == query.Number),
            tally.NeedsOpposing && rows.TrueForAll(r => r.Stance != Stance.Against),
            BalanceMeter.Of(new ThemeBalance(
                tally.For, tally.Against, rows.Count(r => r.Stance == Stance.For), rows.Count(r => r.Stance == Stance.Against))),
            [.. book.Themes.Select(t => t.Goal).Where(g => g.Length > 0).Distinct(StringComparer.Ordinal)]);
    }

    private QuoteRow Row(ThemeQuote quote, CodingInput input, Stance? stance) => new(
        quote.Id, input.Number, InputLabel.Of(texts, input), quote.Text, input.Language, stance ?? Stance.Neither, PersonalDetails.In(quote.Text), quote.ChosenByName,
        quote.CheckedByName);
}
