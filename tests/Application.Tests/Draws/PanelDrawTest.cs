using Medborgardialog.Application.Common;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.Application.Tests.Draws;

/// <summary>Draws on a real database with the solver of the product.</summary>
public abstract class PanelDrawTest : UseCaseTest
{
    protected PanelDrawTest() => User.Roles.Add(Role.Officer);

    protected Task<Result<DrawChecked>> CheckAsync(string people, string quotas, PanelDrawSettings? settings = null) =>
        Use<CheckDrawHandler>().HandleAsync(new CheckDrawCommand(settings ?? TestData.DrawSettings(), TestData.Utf8(people), TestData.Utf8(quotas)), CancellationToken);

    /// <summary>As a request of its own.</summary>
    protected async Task<Guid> StartAsync(string slug, int? minutes = null)
    {
        Db.ChangeTracker.Clear();
        return (await Use<StartDrawHandler>().HandleAsync(new StartDrawCommand(slug, minutes), CancellationToken)).Value!.TaskId;
    }

    /// <summary>One run of the job in a scope of its own, as on another node.</summary>
    internal async Task<Result<DrawRun>> RunAsync(
        Guid taskId, ISolver? solver = null, ITaskProgress? progress = null, TimeProvider? clock = null, CancellationToken? cancellation = null, Func<AppDbContext, Task>? before = null)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await (before?.Invoke(db) ?? Task.CompletedTask);
        return await new RunDrawHandler(db, solver ?? Solving.Solver, progress ?? scope.ServiceProvider.GetRequiredService<ITaskProgress>(), clock ?? TimeProvider.System)
            .HandleAsync(new RunDrawCommand(taskId), cancellation ?? CancellationToken);
    }

    protected Task<PanelDraw> ReadAsync(string slug) => Db.Set<PanelDraw>().AsNoTracking().SingleAsync(d => d.Slug == slug, CancellationToken);

    protected Task<LongTask> TaskAsync(Guid id) => Db.Set<LongTask>().AsNoTracking().SingleAsync(t => t.Id == id, CancellationToken);

    /// <summary>The text of a file of a draw as whoever asks gets it; null when it is not there for them.</summary>
    protected async Task<string?> PaperAsync(string slug, string name) =>
        (await Use<GetDrawPaperHandler>().HandleAsync(new GetDrawPaperQuery(slug, name), CancellationToken)).Value is { } paper
            ? System.Text.Encoding.UTF8.GetString(paper.Bytes).TrimStart('\uFEFF')
            : null;

    protected void BecomeSomebodyElse() => User.Id = Guid.CreateVersion7();

    protected void BecomeAnybody()
    {
        User.Roles.Clear();
        User.Id = null;
    }
}

/// <summary>The solver of the product, with something that happens each time it is asked for whole numbers.</summary>
internal sealed class WatchedSolver(Action asked) : ISolver
{
    public string Name => Solving.Solver.Name;

    public IIntegerProgram NewIntegerProgram(IntegerModel model) => new Program(Solving.Solver.NewIntegerProgram(model), asked);

    public ILinearProgram NewLinearProgram() => Solving.Solver.NewLinearProgram();

    private sealed class Program(IIntegerProgram inner, Action asked) : IIntegerProgram
    {
        public IntegerOutcome Maximize(IReadOnlyList<long> objective)
        {
            asked();
            return inner.Maximize(objective);
        }

        public void Dispose() => inner.Dispose();
    }
}
