using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

public sealed record GetDrawQuery(string Slug);

/// <param name="Draw">Never changed by those who read it.</param>
/// <param name="Task">The latest computation; null before the first.</param>
/// <param name="Progress">How far it has come; null before the first.</param>
/// <param name="Warnings">Quotas that ask for more than there is, before anything is computed.</param>
/// <param name="MayConfirm">The seed has been typed, by somebody else.</param>
public sealed record DrawView(PanelDraw Draw, LongTask? Task, DrawProgress? Progress, IReadOnlyList<InputProblem> Warnings, bool IsBusy, bool MayConfirm, DateTimeOffset Now);

/// <summary>One draw for officers. Error: <see cref="PanelDrawNotFound"/>, also for all others.</summary>
public sealed class GetDrawHandler(IAppDbContext db, DrawDesk desk) : IUseCase
{
    public async Task<Result<DrawView>> HandleAsync(GetDrawQuery query, CancellationToken cancellationToken)
    {
        if (!desk.IsOfficer || await db.Set<PanelDraw>().AsNoTracking().SingleOrDefaultAsync(d => d.Slug == query.Slug, cancellationToken) is not { } draw)
        {
            return new PanelDrawNotFound();
        }

        var task = await desk.LatestTaskAsync(draw.Id, cancellationToken);
        var progress = await db.Set<DrawProgress>().AsNoTracking().SingleOrDefaultAsync(p => p.DrawId == draw.Id, cancellationToken);
        return new DrawView(
            draw, task, progress, draw.State == PanelDrawState.Checked ? InputCheck.Problems(DrawDesk.Unpack(draw)) : [], task?.IsUnderWay(desk.Now) == true, draw.State == PanelDrawState.SeedTyped && draw.SeedTypedBy != desk.OfficerId, desk.Now);
    }
}
