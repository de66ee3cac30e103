using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

/// <param name="Committee">Address part of the committee; empty for none.</param>
public sealed record AssignIdeaCommand(int Number, uint Version, string Committee);

/// <summary>An officer says which committee an idea belongs to. Errors: <see cref="IdeaForbidden"/>, <see cref="IdeaCommitteeUnknown"/> and those of <see cref="IdeaDesk"/>.</summary>
public sealed class AssignIdeaHandler(IAppDbContext db, IdeaDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(AssignIdeaCommand command, CancellationToken cancellationToken)
    {
        if (!desk.MayAnswer)
        {
            return new IdeaForbidden();
        }

        var found = await desk.OpenAsync(command.Number, command.Version, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var committee = command.Committee.Length == 0 ? null
            : await db.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == command.Committee, cancellationToken);
        if (command.Committee.Length > 0 && committee is null)
        {
            return new IdeaCommitteeUnknown();
        }

        found.Value.Assign(committee?.Id);
        return await desk.SaveAsync(found.Value, "idea.assigned", committee?.Name ?? "", cancellationToken);
    }
}
