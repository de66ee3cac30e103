using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

/// <param name="SeedSource">Where the seed comes from, for anybody to be there.</param>
/// <param name="InputIsOpen">True when numbers, values and households may be fetched by anybody.</param>
public sealed record PublishDrawCommand(string Slug, string SeedSource, DateTimeOffset SeedFrom, bool InputIsOpen);

/// <summary>
/// Freezes input and portfolio: their fingerprints are public from now on, before anybody can know the seed. Errors: <see cref="PanelDrawNotFound"/>,
/// <see cref="PanelDrawBusy"/>, those of <see cref="PanelDraw.Publish"/>.
/// </summary>
public sealed class PublishDrawHandler(DrawDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(PublishDrawCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (await desk.IsBusyAsync(opened.Value.Id, cancellationToken))
        {
            return new PanelDrawBusy();
        }

        var published = opened.Value.Publish(PlainText.Clean(command.SeedSource), command.SeedFrom, command.InputIsOpen, desk.Now);
        return published.IsSuccess
            ? await desk.SaveAsync("draw.published", opened.Value, opened.Value.PortfolioFingerprint, cancellationToken)
            : published.Error;
    }
}
