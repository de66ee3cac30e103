using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

public sealed record ConfirmSeedCommand(string Slug, string Seed);

public sealed record PanelDrawn(int People);

/// <summary>
/// The second officer types the seed, without seeing what the first typed; when they are the same the panel is drawn. Errors:
/// <see cref="PanelDrawNotFound"/>, those of <see cref="PanelDraw.MayDraw"/>.
/// </summary>
public sealed class ConfirmSeedHandler(DrawDesk desk) : IUseCase
{
    public async Task<Result<PanelDrawn>> HandleAsync(ConfirmSeedCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var draw = opened.Value;
        var may = draw.MayDraw(PanelDraw.AsTyped(command.Seed), desk.OfficerId);
        if (!may.IsSuccess)
        {
            return may.Error;
        }

        var (pool, portfolio) = DrawDesk.Frozen(draw);
        var drawn = PanelLottery.Draw(pool, portfolio, draw.Seed);
        draw.HasDrawn(drawn, DrawPreparation.Reached(DrawDesk.Unpack(draw), drawn.People), desk.Now);
        var saved = await desk.SaveAsync("draw.drawn", draw, draw.Seed, cancellationToken);
        return saved.IsSuccess ? new PanelDrawn(drawn.People.Count) : saved.Error;
    }
}
