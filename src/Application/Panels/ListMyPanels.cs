using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record ListMyPanelsQuery;

/// <param name="Active">Members who are asked.</param>
/// <param name="Waves">How many there have been, drafts among them.</param>
/// <param name="Unreturned">Number of the latest wave whose result is public and has not been given back (L5); null when there is none.</param>
public sealed record MyPanel(string Slug, string Name, PanelKind Kind, PanelState State, string Committee, int Active, int Waves, int? Unreturned);

/// <summary>All panels for those who run them, by name. Error: <see cref="PanelForbidden"/>.</summary>
public sealed class ListMyPanelsHandler(IAppDbContext db, PanelDesk desk) : IUseCase
{
    public async Task<Result<IReadOnlyList<MyPanel>>> HandleAsync(ListMyPanelsQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        if (!desk.MayBuild)
        {
            return new PanelForbidden();
        }

        var rows = await db.Set<Panel>().AsNoTracking()
            .Select(p => new
            {
                Panel = p,
                Committee = db.Set<Committee>().Where(c => c.Id == p.CommitteeId).Select(c => c.Name).FirstOrDefault(),
                Active = db.Set<Membership>().Count(m => m.PanelId == p.Id && m.State == MembershipState.Active),
            })
            .ToListAsync(cancellationToken);
        var waves = await db.Set<PanelWave>().Join(db.Set<Survey>(), w => w.SurveyId, s => s.Id, (w, s) => new { Wave = w, Survey = s })
            .AsNoTracking().ToListAsync(cancellationToken);
        return rows.OrderBy(r => r.Panel.State == PanelState.Ended).ThenBy(r => r.Panel.Settings.Name, StringComparer.CurrentCulture)
            .Select(r => new MyPanel(
                r.Panel.Slug, r.Panel.Settings.Name, r.Panel.Kind, r.Panel.State, r.Committee ?? "", r.Active, waves.Count(w => w.Wave.PanelId == r.Panel.Id),
                waves.Where(w => w.Wave.PanelId == r.Panel.Id && w.Wave.ReturnedAt is null && w.Survey.PhaseAt(desk.Now) == SurveyPhase.Results).Max(w => (int?)w.Wave.Number)))
            .ToList();
    }
}
