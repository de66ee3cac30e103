using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record GetPanelSettingsQuery(string Slug);

/// <summary>A panel as those see it who run it. Read only: the panel is not tracked.</summary>
/// <param name="Committee">Name of the one that owns it.</param>
public sealed record PanelSettingsView(Panel Panel, string Committee);

/// <summary><see cref="PanelNotFound"/>, also for those who are no officers.</summary>
public sealed class GetPanelSettingsHandler(IAppDbContext db, PanelDesk desk) : IUseCase
{
    public async Task<Result<PanelSettingsView>> HandleAsync(GetPanelSettingsQuery query, CancellationToken cancellationToken)
    {
        var found = !desk.MayBuild ? null : await db.Set<Panel>().AsNoTracking().Where(p => p.Slug == query.Slug)
            .Join(db.Set<Committee>(), p => p.CommitteeId, c => c.Id, (p, c) => new { Panel = p, c.Name }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? new PanelNotFound() : new PanelSettingsView(found.Panel, found.Name);
    }
}
