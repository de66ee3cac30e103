using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

public sealed record TakeBackSeedCommand(string Slug);

/// <summary>
/// The seed was typed wrong: it is typed anew by the first of two. What stood there is told on the public page and stays in the audit log. Errors: <see cref="PanelDrawNotFound"/>,
/// <see cref="PanelDrawElsewhere"/>, also when the panel is drawn.
/// </summary>
public sealed class TakeBackSeedHandler(DrawDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(TakeBackSeedCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var wrong = opened.Value.Seed;
        var taken = opened.Value.TakeBackSeed(desk.Now);
        return taken.IsSuccess ? await desk.SaveAsync("draw.seedTakenBack", opened.Value, wrong, cancellationToken) : taken.Error;
    }
}
