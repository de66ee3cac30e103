using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <param name="Confirmed">The person who asks has read it and found nobody in it.</param>
public sealed record CheckQuoteCommand(Guid SetId, Guid QuoteId, bool Confirmed);

/// <summary>A named person answers for that nobody can be recognised in a quote. Errors: <see cref="CodingSetNotFound"/>, <see cref="QuoteNotFound"/> and those of <see cref="ThemeQuote.Check"/>.</summary>
public sealed class CheckQuoteHandler(IAppDbContext db, CodingDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(CheckQuoteCommand command, CancellationToken cancellationToken)
    {
        var set = await desk.FindAsync(command.SetId, cancellationToken);
        if (!set.IsSuccess)
        {
            return set.Error;
        }

        if (await db.Set<ThemeQuote>().SingleOrDefaultAsync(q => q.SetId == command.SetId && q.Id == command.QuoteId, cancellationToken) is not { } quote)
        {
            return new QuoteNotFound();
        }

        var looked = quote.Check(set.Value, command.Confirmed, desk.Me, desk.Now);
        if (looked.IsSuccess)
        {
            desk.Log("coding.quoteChecked", set.Value, quote.Text);
            await db.SaveChangesAsync(cancellationToken);
        }

        return looked;
    }
}
