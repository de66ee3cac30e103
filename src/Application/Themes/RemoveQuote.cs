using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

public sealed record RemoveQuoteCommand(Guid SetId, Guid QuoteId);

/// <summary>Errors: <see cref="CodingSetNotFound"/>, <see cref="CodingReleased"/>. One that is gone already is no error.</summary>
public sealed class RemoveQuoteHandler(IAppDbContext db, CodingDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RemoveQuoteCommand command, CancellationToken cancellationToken)
    {
        var set = await desk.FindAsync(command.SetId, cancellationToken);
        if (!set.IsSuccess)
        {
            return set.Error;
        }

        if (set.Value.IsReleased)
        {
            return new CodingReleased();
        }

        db.Set<ThemeQuote>().RemoveRange(await db.Set<ThemeQuote>().Where(q => q.SetId == command.SetId && q.Id == command.QuoteId).ToListAsync(cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
