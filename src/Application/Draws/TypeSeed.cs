using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

/// <param name="Witness">Who saw the seed being drawn.</param>
public sealed record TypeSeedCommand(string Slug, string Seed, string Witness);

/// <summary>
/// The first officer types the seed that was drawn in public. Nothing is drawn until another has typed the same. Errors:
/// <see cref="PanelDrawNotFound"/>, those of <see cref="PanelDraw.TypeSeed"/>.
/// </summary>
public sealed class TypeSeedHandler(DrawDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(TypeSeedCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var typed = opened.Value.TypeSeed(PanelDraw.AsTyped(command.Seed), PlainText.Clean(command.Witness), desk.OfficerId, desk.Now);
        return typed.IsSuccess ? await desk.SaveAsync("draw.seedTyped", opened.Value, opened.Value.Seed, cancellationToken) : typed.Error;
    }
}
