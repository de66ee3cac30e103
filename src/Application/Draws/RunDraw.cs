using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

public sealed record RunDrawCommand(Guid TaskId);

/// <param name="IsPossible">False when no panel keeps the quotas; the draw then says what would help.</param>
public sealed record DrawRun(bool IsPossible);

/// <summary>
/// Run by the job: the chances and the portfolio, or what would make a panel possible, saved in one transaction at the end. Killed half-way it begins
/// anew; done twice it is done once. How far it has come, with the proven gap, is written every second. Errors: <see cref="PanelDrawNotFound"/>, and
/// <see cref="PanelDrawElsewhere"/>, which also ends the task.
/// </summary>
public sealed class RunDrawHandler(IAppDbContext db, ISolver solver, ITaskProgress progress, TimeProvider clock) : IUseCase
{
    private static readonly TimeSpan _told = TimeSpan.FromSeconds(1);

    public async Task<Result<DrawRun>> HandleAsync(RunDrawCommand command, CancellationToken cancellationToken)
    {
        var task = await db.Set<LongTask>().SingleOrDefaultAsync(t => t.Id == command.TaskId, cancellationToken);
        var draw = task is null ? null : await db.Set<PanelDraw>().SingleOrDefaultAsync(d => d.Id == task.SubjectId, cancellationToken);
        if (task is null || draw is null)
        {
            return new PanelDrawNotFound();
        }

        if (task.State is LongTaskState.Finished or LongTaskState.Failed)
        {
            return new DrawRun(draw.State != PanelDrawState.Impossible);
        }

        if (!draw.CanCompute)
        {
            return await FailAsync(task, cancellationToken);
        }

        var pool = Pool.Of(DrawDesk.Unpack(draw));
        await progress.ReportAsync(task.Id, "draw.step.compute", 0, pool.Groups.Count, cancellationToken);
        var outcome = await FollowAsync(task, draw, pool, cancellationToken);
        return await SaveAsync(task, draw, pool, outcome, cancellationToken);
    }

    /// <summary>The solver works on a thread of its own; this one tells how far it has come.</summary>
    private async Task<LeximinOutcome> FollowAsync(LongTask task, PanelDraw draw, Pool pool, CancellationToken cancellationToken)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromMinutes(draw.Settings.LimitMinutes), clock);
        LeximinProgress? latest = null;
        var work = Task.Run(() => Leximin.Solve(pool, solver, p => Volatile.Write(ref latest, p), enough.Token, cancellationToken), cancellationToken);
        while (await Task.WhenAny(work, Task.Delay(_told, clock, cancellationToken)) != work)
        {
            var now = Volatile.Read(ref latest);
            await TellAsync(task.Id, draw.Id, now, pool.Groups.Count, cancellationToken);
        }

        return await work;
    }

    /// <summary>Also when there is nothing new: a task that is silent for long counts as lost.</summary>
    private async Task TellAsync(Guid taskId, Guid drawId, LeximinProgress? now, int groups, CancellationToken cancellationToken)
    {
        if (now is not null)
        {
            await db.Set<DrawProgress>().Where(p => p.DrawId == drawId).ExecuteUpdateAsync(
                set => set.SetProperty(p => p.Level, now.Level).SetProperty(p => p.Fixed, now.Fixed).SetProperty(p => p.Groups, now.Groups)
                    .SetProperty(p => p.Panels, now.Panels).SetProperty(p => p.Floor, now.Value).SetProperty(p => p.Bound, now.Bound),
                cancellationToken);
        }

        await progress.ReportAsync(taskId, "draw.step.compute", now?.Fixed ?? 0, groups, cancellationToken);
    }

    private async Task<Result<DrawRun>> SaveAsync(LongTask task, PanelDraw draw, Pool pool, LeximinOutcome outcome, CancellationToken cancellationToken)
    {
        Result<Done> done;
        if (outcome is LeximinOutcome.Found found)
        {
            var portfolio = Portfolio.Of(pool, found.Panels, found.Weights);
            done = draw.Compute(portfolio, DrawOutcome.Of(pool, portfolio, found.Levels, solver), clock.GetUtcNow());
        }
        else
        {
            done = draw.CannotBeKept(QuotaRelaxation.Find(pool, solver));
        }

        if (!done.IsSuccess)
        {
            return await FailAsync(task, cancellationToken);
        }

        task.Report("draw.step.compute", pool.Groups.Count, pool.Groups.Count, clock.GetUtcNow());
        task.Finish(clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same job on another machine came first. What it saved is as good.
            return new PanelDrawElsewhere();
        }

        return new DrawRun(outcome is LeximinOutcome.Found);
    }

    private async Task<Result<DrawRun>> FailAsync(LongTask task, CancellationToken cancellationToken)
    {
        var error = new PanelDrawElsewhere();
        await progress.FailAsync(task.Id, error.Code, cancellationToken);
        return error;
    }
}
