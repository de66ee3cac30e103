using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

/// <param name="Number">Of the one who declined.</param>
/// <param name="Reason">Kept in the audit log, never published.</param>
public sealed record ReplaceDrawnCommand(string Slug, string Number, string Reason);

/// <param name="Instead">Number of the one who comes in; null when nobody keeps the quotas.</param>
public sealed record DrawnReplaced(string Declined, string? Instead);

/// <summary>
/// Somebody declined: who comes in follows from input and seed, see <see cref="Replacement"/>. Errors: <see cref="PanelDrawNotFound"/>,
/// <see cref="NotInPanel"/>, <see cref="DeclineReasonMissing"/>, <see cref="PanelDrawElsewhere"/>.
/// </summary>
public sealed class ReplaceDrawnHandler(DrawDesk desk, ISolver solver) : IUseCase
{
    public async Task<Result<DrawnReplaced>> HandleAsync(ReplaceDrawnCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var draw = opened.Value;
        var may = draw.MayReplace(command.Number);
        if (!may.IsSuccess)
        {
            return may.Error;
        }

        var reason = PlainText.Clean(command.Reason);
        if (reason.Length is 0 or > PanelDraw.LongestText)
        {
            return new DeclineReasonMissing();
        }

        var (pool, _) = DrawDesk.Frozen(draw);
        var instead = Replacement.Next(pool, draw.Panel, draw.SeatChanges, command.Number, draw.Seed, solver);
        var change = new SeatChange(command.Number, instead, desk.Now);
        draw.Replace(change, DrawPreparation.Reached(DrawDesk.Unpack(draw), Replacement.Sitting(draw.Panel, [.. draw.SeatChanges, change])));
        var saved = await desk.SaveAsync("draw.replaced", draw, $"{command.Number}: {reason}", cancellationToken);
        return saved.IsSuccess ? new DrawnReplaced(command.Number, instead) : saved.Error;
    }
}
