using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

public sealed record ListDrawsQuery;

/// <param name="IsBusy">The chances are being computed.</param>
public sealed record DrawListed(string Slug, string Name, int Size, int Candidates, PanelDrawState State, bool IsBusy, DateTimeOffset CreatedAt);

/// <summary>All draws for officers, the newest first. Error: <see cref="PanelDrawNotFound"/> for all others.</summary>
public sealed class ListDrawsHandler(IAppDbContext db, DrawDesk desk) : IUseCase
{
    public async Task<Result<IReadOnlyList<DrawListed>>> HandleAsync(ListDrawsQuery query, CancellationToken cancellationToken)
    {
        if (!desk.IsOfficer)
        {
            return new PanelDrawNotFound();
        }

        var draws = await db.Set<PanelDraw>().AsNoTracking().OrderByDescending(d => d.CreatedAt).Take(200)
            .Select(d => new { d.Id, d.Slug, d.Settings, d.Findings, d.State, d.CreatedAt }).ToListAsync(cancellationToken);
        var open = draws.Select(d => d.Id).ToList();
        var tasks = await db.Set<LongTask>().AsNoTracking()
            .Where(t => t.Kind == StartDrawHandler.Job && open.Contains(t.SubjectId) && (t.State == LongTaskState.Waiting || t.State == LongTaskState.Running)).ToListAsync(cancellationToken);
        var busy = tasks.Where(t => t.IsUnderWay(desk.Now)).Select(t => t.SubjectId).ToHashSet();
        return draws.ConvertAll(d => new DrawListed(d.Slug, d.Settings.Name, d.Settings.Size, d.Findings.Candidates, d.State, busy.Contains(d.Id), d.CreatedAt));
    }
}
