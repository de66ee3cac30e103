using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record ListPanelsQuery;

/// <summary>One row of the public list.</summary>
public sealed record PanelRow(string Path, string Name, string Purpose, string HowOften, PanelKind Kind, PanelState State, string Committee);

/// <summary>Public panels, those that take members first. One statement.</summary>
public sealed class ListPanelsHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<IReadOnlyList<PanelRow>>> HandleAsync(ListPanelsQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        var rows = await db.Set<Panel>().AsNoTracking().Where(p => p.State != PanelState.Draft)
            .Select(p => new { Panel = p, Committee = db.Set<Committee>().Where(c => c.Id == p.CommitteeId).Select(c => c.Name).First() })
            .ToListAsync(cancellationToken);
        return rows.OrderBy(r => r.Panel.State).ThenBy(r => r.Panel.Settings.Name, StringComparer.Ordinal)
            .Select(r => new PanelRow(
                PanelPaths.Of(r.Panel), r.Panel.Settings.Name, r.Panel.Settings.Purpose, r.Panel.Settings.HowOften, r.Panel.Kind, r.Panel.State, r.Committee))
            .ToList();
    }
}
