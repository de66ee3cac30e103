using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

public sealed record ReopenCodingCommand(Guid SetId);

/// <summary>The coding goes on; reports that are made meanwhile do without it. Error: <see cref="CodingSetNotFound"/>.</summary>
public sealed class ReopenCodingHandler(IAppDbContext db, CodingDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(ReopenCodingCommand command, CancellationToken cancellationToken)
    {
        var set = await desk.FindAsync(command.SetId, cancellationToken);
        if (!set.IsSuccess)
        {
            return set.Error;
        }

        set.Value.Reopen();
        desk.Log("coding.reopened", set.Value);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
