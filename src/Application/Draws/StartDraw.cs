using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

/// <param name="LimitMinutes">How long better panels are looked for; the same as before when null.</param>
public sealed record StartDrawCommand(string Slug, int? LimitMinutes);

public sealed record DrawStarted(Guid TaskId);

/// <summary>Starts the work on the chances. Errors: <see cref="PanelDrawNotFound"/>, <see cref="PanelDrawElsewhere"/>, <see cref="PanelDrawBusy"/>.</summary>
public sealed class StartDrawHandler(IAppDbContext db, DrawDesk desk, IOutbox outbox) : IUseCase
{
    /// <summary>Kind of the task and name of the job.</summary>
    public const string Job = "panel-draw";

    public async Task<Result<DrawStarted>> HandleAsync(StartDrawCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var draw = opened.Value;
        if (!draw.CanCompute)
        {
            return new PanelDrawElsewhere();
        }

        if (await desk.IsBusyAsync(draw.Id, cancellationToken))
        {
            return new PanelDrawBusy();
        }

        draw.SetLimit(command.LimitMinutes ?? draw.Settings.LimitMinutes);
        var progress = await db.Set<DrawProgress>().SingleOrDefaultAsync(p => p.DrawId == draw.Id, cancellationToken) ?? db.Set<DrawProgress>().Add(new DrawProgress(draw.Id)).Entity;
        progress.Restart();
        var task = new LongTask(Job, draw.Id, desk.OfficerId, desk.Now);
        db.Set<LongTask>().Add(task);
        outbox.Add(new StartJob(Job, task.Id));
        var saved = await desk.SaveAsync("draw.started", draw, "", cancellationToken);
        return saved.IsSuccess ? new DrawStarted(task.Id) : saved.Error;
    }
}
