using Medborgardialog.Application.Common;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Medborgardialog.Application.Tests.Draws;

/// <summary>The job that computes the chances: killed, run twice, out of time, without a panel.</summary>
public class PanelDrawRunTests : PanelDrawTest
{
    /// <summary>13 people of at least some sex for 12 seats.</summary>
    private static readonly string Impossible = TestData.DrawQuotas.Replace("kön;kvinna;5;7\nkön;man;5;7", "kön;kvinna;8;8\nkön;man;5;7", StringComparison.Ordinal);

    [Fact]
    public async Task Killed_half_way_it_leaves_nothing_and_run_again_it_is_done_once()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Checked);
        var task = await StartAsync(draw.Slug);
        using var kill = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(task, new WatchedSolver(kill.Cancel), cancellation: kill.Token));
        var killed = await ReadAsync(draw.Slug);
        Assert.Equal((PanelDrawState.Checked, ""), (killed.State, killed.Portfolio));
        Assert.True((await TaskAsync(task)).IsUnderWay(TimeProvider.System.GetUtcNow()));

        Assert.True((await RunAsync(task)).Value!.IsPossible);
        var first = await ReadAsync(draw.Slug);
        Assert.True((await RunAsync(task)).IsSuccess);
        var second = await ReadAsync(draw.Slug);
        Assert.Equal(PanelDrawState.Computed, first.State);
        Assert.Equal((first.Portfolio, first.ComputedAt, first.Version), (second.Portfolio, second.ComputedAt, second.Version));
        Assert.Equal(LongTaskState.Finished, (await TaskAsync(task)).State);
        Assert.True(first.Outcome!.IsProven);
    }

    [Fact]
    public async Task Of_two_that_run_at_once_the_first_is_kept()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Checked);
        var task = await StartAsync(draw.Slug);

        // The late one has read the draw before the other saved it.
        var late = await RunAsync(task, before: async db =>
        {
            await db.Set<LongTask>().SingleAsync(t => t.Id == task, CancellationToken);
            await db.Set<PanelDraw>().SingleAsync(d => d.Slug == draw.Slug, CancellationToken);
            Assert.True((await RunAsync(task)).IsSuccess);
        });

        Assert.IsType<PanelDrawElsewhere>(late.Error);
        Assert.Equal(PanelDrawState.Computed, (await ReadAsync(draw.Slug)).State);
        Assert.Equal(LongTaskState.Finished, (await TaskAsync(task)).State);
    }

    [Fact]
    public async Task While_it_runs_the_floor_and_what_is_proven_can_be_read()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Checked);
        var task = await StartAsync(draw.Slug);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var told = new Told();

        // Each second of the clock the run tells how far it has come; the solver waits until it has.
        await RunAsync(task, new WatchedSolver(() => told.AwaitNext(() => clock.Advance(TimeSpan.FromSeconds(1)))), told, clock);

        var progress = await Db.Set<DrawProgress>().AsNoTracking().SingleAsync(p => p.DrawId == draw.Id, CancellationToken);
        Assert.True(progress.Level >= 1);
        Assert.InRange(progress.Floor, 0.0001, progress.Bound);
        Assert.Equal(draw.Findings.Groups, progress.Groups);
        Assert.All(told.Steps, step => Assert.Equal("draw.step.compute", step));
        var shown = await Use<GetDrawHandler>().HandleAsync(new GetDrawQuery(draw.Slug), CancellationToken);
        Assert.Equal(progress.Panels, shown.Value!.Progress!.Panels);
    }

    [Fact]
    public async Task When_time_is_up_the_best_is_kept_with_its_gap_and_more_time_closes_it()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Checked);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());

        await RunAsync(await StartAsync(draw.Slug, 5), new WatchedSolver(() => clock.Advance(TimeSpan.FromMinutes(6))), clock: clock);
        var hurried = (await ReadAsync(draw.Slug)).Outcome!;
        await RunAsync(await StartAsync(draw.Slug, 20));
        var patient = (await ReadAsync(draw.Slug)).Outcome!;

        Assert.False(hurried.IsProven);
        Assert.InRange(hurried.Gap, 0.0001, 1);
        Assert.True(patient.IsProven);
        Assert.True(patient.Lowest >= hurried.Lowest);
    }

    [Fact]
    public async Task Quotas_that_cannot_be_kept_are_answered_with_a_change_that_is_taken_over_into_a_new_try()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Impossible, quotas: Impossible);
        Assert.NotEmpty(draw.Changes);

        Assert.True((await Use<RelaxDrawHandler>().HandleAsync(new RelaxDrawCommand(draw.Slug), CancellationToken)).IsSuccess);
        var again = await RunAsync(await StartAsync(draw.Slug));

        Assert.True(again.Value!.IsPossible);
        var computed = await ReadAsync(draw.Slug);
        Assert.Equal(draw.Changes, computed.Changes);
        Assert.NotEqual(draw.InputFingerprint, computed.InputFingerprint);
        Assert.All(draw.Changes, c => Assert.Contains(computed.Findings.Quotas, q => (q.Feature, q.Value, q.Min, q.Max) == (c.Feature, c.Then.Value, c.Then.Min, c.Then.Max)));
        Assert.IsType<PanelDrawElsewhere>((await Use<RelaxDrawHandler>().HandleAsync(new RelaxDrawCommand(draw.Slug), CancellationToken)).Error);
    }

    [Fact]
    public async Task Only_one_computation_runs_at_a_time()
    {
        var draw = await Data.DrawAsync(PanelDrawState.Checked);
        await StartAsync(draw.Slug);

        Assert.IsType<PanelDrawBusy>((await Use<StartDrawHandler>().HandleAsync(new StartDrawCommand(draw.Slug, null), CancellationToken)).Error);
        Assert.IsType<PanelDrawBusy>((await Use<DropDrawHandler>().HandleAsync(new DropDrawCommand(draw.Slug), CancellationToken)).Error);
        Assert.True((await Use<GetDrawHandler>().HandleAsync(new GetDrawQuery(draw.Slug), CancellationToken)).Value!.IsBusy);
    }

    /// <summary>Hears what the run tells, and lets the solver wait for it.</summary>
    private sealed class Told : ITaskProgress, IDisposable
    {
        private readonly SemaphoreSlim _heard = new(0);

        public List<string> Steps { get; } = [];

        public void Dispose() => _heard.Dispose();

        public void AwaitNext(Action second)
        {
            do
            {
                second();
            }
            while (!_heard.Wait(TimeSpan.FromMilliseconds(10), CancellationToken));
        }

        public Task ReportAsync(Guid taskId, string messageCode, int done, int total, CancellationToken cancellationToken)
        {
            // The first is told before the solver is asked anything.
            Steps.Add(messageCode);
            if (Steps.Count > 1)
            {
                _heard.Release();
            }

            return Task.CompletedTask;
        }

        public Task FailAsync(Guid taskId, string messageCode, CancellationToken cancellationToken) => throw new InvalidOperationException(messageCode);
    }
}
