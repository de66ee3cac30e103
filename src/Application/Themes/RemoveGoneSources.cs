using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

public sealed record RemoveGoneSourcesCommand;

/// <summary>Every night: copies whose source is gone, for whatever reason, go too. Nothing new is taken in. May run twice.</summary>
public sealed class RemoveGoneSourcesHandler(IAppDbContext db, CodingSources sources) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RemoveGoneSourcesCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        foreach (var set in await db.Set<CodingSet>().ToListAsync(cancellationToken))
        {
            var inputs = await db.Set<CodingInput>().Where(i => i.SetId == set.Id).ToListAsync(cancellationToken);
            await sources.RemoveGoneAsync(set, inputs, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Done.Value;
    }
}
