using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Step">1 to 7.</param>
public sealed record MoveIdeaCommand(Guid PostId, int Step);

/// <summary>How far an idea has come. Errors: <see cref="PanelForbidden"/>, <see cref="PanelPostNotFound"/>, <see cref="IdeaStepWrong"/>.</summary>
public sealed class MoveIdeaHandler(IAppDbContext db, PanelDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(MoveIdeaCommand command, CancellationToken cancellationToken)
    {
        if (!desk.MayTalk)
        {
            return new PanelForbidden();
        }

        if (await db.Set<PanelPost>().SingleOrDefaultAsync(p => p.Id == command.PostId, cancellationToken) is not { } post)
        {
            return new PanelPostNotFound();
        }

        var moved = post.Climb(command.Step);
        if (moved.IsSuccess)
        {
            desk.Record("panel.ideaMoved", post.Id, command.Step.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await db.SaveChangesAsync(cancellationToken);
        }

        return moved;
    }
}
