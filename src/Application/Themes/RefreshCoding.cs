using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

public sealed record RefreshCodingCommand(Guid SetId);

public sealed record CodingRefreshed(int Came, int Went);

/// <summary>Takes in posts that were written since, and away what is no longer there. Error: <see cref="CodingSetNotFound"/>.</summary>
public sealed class RefreshCodingHandler(IAppDbContext db, CodingDesk desk, CodingSources sources) : IUseCase
{
    public async Task<Result<CodingRefreshed>> HandleAsync(RefreshCodingCommand command, CancellationToken cancellationToken)
    {
        var set = await desk.FindAsync(command.SetId, cancellationToken);
        if (!set.IsSuccess)
        {
            return set.Error;
        }

        var inputs = await db.Set<CodingInput>().Where(i => i.SetId == set.Value.Id).ToListAsync(cancellationToken);
        var (came, went) = await sources.RefreshAsync(set.Value, inputs, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new CodingRefreshed(came, went);
    }
}
