using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record TurnPanelCommand(string Slug, uint Version, PanelState State);

/// <summary>
/// Opens a panel, closes it to new members, pauses or ends it, which is for good. Pausing pauses each wave that is published and has not closed too, so
/// that nothing is asked, sent or taken anywhere; when the panel is opened again each wave is opened by itself, since its closing may have to move. Errors:
/// those of <see cref="PanelDesk"/>, <see cref="PanelHasEnded"/>.
/// </summary>
public sealed class TurnPanelHandler(IAppDbContext db, PanelDesk desk, ITexts texts) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(TurnPanelCommand command, CancellationToken cancellationToken)
    {
        var waves = command.State == PanelState.Paused ? await PublishedAsync(command.Slug, cancellationToken) : [];
        return await desk.ChangeAsync(command.Slug, command.Version, "panel.turned", panel => Turn(panel, command.State, waves), cancellationToken);
    }

    private Result<Done> Turn(Panel panel, PanelState state, IEnumerable<Survey> waves)
    {
        if (panel.State == PanelState.Ended)
        {
            return new PanelHasEnded();
        }

        panel.Turn(state == PanelState.Draft || !Enum.IsDefined(state) ? panel.State : state);
        foreach (var wave in waves.Where(w => desk.Now < w.Times!.ClosesAt))
        {
            _ = wave.Pause(texts["paneldesk.pause.reason"], desk.OfficerName, desk.Now);
        }

        return Done.Value;
    }

    private Task<List<Survey>> PublishedAsync(string slug, CancellationToken cancellationToken) =>
        db.Set<PanelWave>().Where(w => db.Set<Panel>().Any(p => p.Id == w.PanelId && p.Slug == slug))
            .Join(db.Set<Survey>().Where(s => s.State == SurveyState.Published), w => w.SurveyId, s => s.Id, (w, s) => s).ToListAsync(cancellationToken);
}
