using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Application.Panels;

public sealed record TurnPanelCommand(string Slug, uint Version, PanelState State);

/// <summary>Opens a panel, closes it to new members, pauses or ends it, which is for good. Errors: those of <see cref="PanelDesk"/>, <see cref="PanelHasEnded"/>.</summary>
public sealed class TurnPanelHandler(PanelDesk desk) : IUseCase
{
    public Task<Result<Done>> HandleAsync(TurnPanelCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "panel.turned",
            panel =>
            {
                if (panel.State == PanelState.Ended)
                {
                    return new PanelHasEnded();
                }

                panel.Turn(command.State == PanelState.Draft || !Enum.IsDefined(command.State) ? panel.State : command.State);
                return Done.Value;
            },
            cancellationToken);
}
