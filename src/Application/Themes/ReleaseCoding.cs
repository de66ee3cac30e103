using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Application.Themes;

public sealed record ReleaseCodingCommand(Guid SetId);

/// <summary>A named person answers for what reports say of the texts. Errors: <see cref="CodingSetNotFound"/> and those of <see cref="ReleaseCheck"/>.</summary>
public sealed class ReleaseCodingHandler(IAppDbContext db, CodingDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(ReleaseCodingCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.SetId, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var set = opened.Value.Set;
        var released = set.Release(ReleaseCheck.Of(opened.Value), desk.Me, desk.Now);
        if (!released.IsSuccess)
        {
            return released.Error;
        }

        desk.Log("coding.released", set);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
