using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <param name="Text">The whole text, or parts of it with "…" between.</param>
public sealed record ChooseQuoteCommand(Guid SetId, Guid ThemeId, int Number, string Text);

public sealed record QuoteChosen(Guid QuoteId);

/// <summary>
/// Chooses words for a theme. Errors: <see cref="CodingSetNotFound"/>, <see cref="CodingThemeNotFound"/>, <see cref="CodingInputNotFound"/> and those of
/// <see cref="ThemeQuote.Choose"/>.
/// </summary>
public sealed class ChooseQuoteHandler(IAppDbContext db, CodingDesk desk) : IUseCase
{
    public async Task<Result<QuoteChosen>> HandleAsync(ChooseQuoteCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.SetId, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var book = opened.Value;
        if (book.Themes.FirstOrDefault(t => t.Id == command.ThemeId) is not { } theme)
        {
            return new CodingThemeNotFound();
        }

        if (book.Inputs.FirstOrDefault(i => i.Number == command.Number) is not { } input)
        {
            return new CodingInputNotFound();
        }

        var chosen = ThemeQuote.Choose(
            book.Set, theme, input, book.InForce.GetValueOrDefault(input.Id), [.. book.Quotes.Where(q => q.ThemeId == theme.Id)], command.Text, desk.Me, desk.Now);
        if (!chosen.IsSuccess)
        {
            return chosen.Error;
        }

        db.Set<ThemeQuote>().Add(chosen.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Sent twice, or chosen by another at the same time.
            return new QuotedAlready();
        }

        return new QuoteChosen(chosen.Value.Id);
    }
}
