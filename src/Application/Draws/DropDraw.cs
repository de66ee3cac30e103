using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

public sealed record DropDrawCommand(string Slug);

/// <summary>
/// Throws away a draw that is not published, with everybody in it. Errors: <see cref="PanelDrawNotFound"/>, <see cref="PanelDrawBusy"/>,
/// <see cref="PanelDrawElsewhere"/> for one that is published.
/// </summary>
public sealed class DropDrawHandler(IAppDbContext db, DrawDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(DropDrawCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (opened.Value.IsPublic)
        {
            return new PanelDrawElsewhere();
        }

        if (await desk.IsBusyAsync(opened.Value.Id, cancellationToken))
        {
            return new PanelDrawBusy();
        }

        // Its people go with it, in the database.
        db.Set<PanelDraw>().Remove(opened.Value);
        return await desk.SaveAsync("draw.dropped", opened.Value, opened.Value.Settings.Name, cancellationToken);
    }
}
