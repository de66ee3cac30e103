using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

/// <param name="Reason">For everybody to read.</param>
public sealed record RecallDrawCommand(string Slug, string Reason);

/// <summary>
/// Calls back a draw that is public, also one that has given a panel. The page stays with the reason, and names and addresses are erased: a new draw
/// starts from the officers' own files. Errors: <see cref="PanelDrawNotFound"/>, <see cref="PanelDrawElsewhere"/>, <see cref="RecallReasonMissing"/>.
/// </summary>
public sealed class RecallDrawHandler(IAppDbContext db, DrawDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RecallDrawCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var reason = PlainText.Clean(command.Reason);
        var recalled = opened.Value.Recall(reason, desk.Now);
        if (!recalled.IsSuccess)
        {
            return recalled.Error;
        }

        await ForgetDrawContactsHandler.ForgetAsync(db, opened.Value, desk.Now, cancellationToken);
        return await desk.SaveAsync("draw.recalled", opened.Value, reason, cancellationToken);
    }
}
