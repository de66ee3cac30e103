using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Application.Panels;

/// <param name="Version">The version that the form showed.</param>
public sealed record WritePanelCommand(string Slug, uint Version, PanelSettings Settings);

/// <summary>Errors: those of <see cref="PanelDesk"/>, <see cref="PanelSettingsWrong"/>, <see cref="MembersChoseThemselves"/>.</summary>
public sealed class WritePanelHandler(PanelDesk desk) : IUseCase
{
    public Task<Result<Done>> HandleAsync(WritePanelCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(command.Slug, command.Version, "panel.written", panel => panel.Write(command.Settings), cancellationToken);
}
