using Medborgardialog.Application.Common;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>A builder that dies at any step leaves a report that the next one finishes, with the same bytes as if nothing had happened (R14).</summary>
public class ReportResumeTests : UseCaseTest
{
    /// <summary>The saves of an undisturbed build: evidence begun, content begun, content kept, files kept, all done.</summary>
    private const int Saves = 5;

    /// <summary>Both builds are at the same moment, after what the ledger was told before it.</summary>
    private readonly TimeProvider _clock = new Stopped(TimeProvider.System.GetUtcNow().AddMinutes(5));

    public static TheoryData<int, bool> Deaths => [.. Enumerable.Range(1, Saves).SelectMany(n => new[] { (n, false), (n, true) })];

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Killed_at_any_step_and_taken_up_again_it_is_the_same_report(int save, bool committed)
    {
        var id = await RequestedAsync();
        await BuildAsync(id, new Mortal(int.MaxValue, Committed: false));
        var undisturbed = await FilesAsync(id);
        var rows = await Db.Set<ReportEvidence>().CountAsync(e => e.ReportId == id, CancellationToken);
        await ForgetAsync(id);

        var death = new Mortal(save, committed);
        await Assert.ThrowsAsync<KilledException>(() => BuildAsync(id, death));
        Assert.Equal(save, death.Seen);
        await BuildAsync(id, new Mortal(int.MaxValue, Committed: false));

        var resumed = await FilesAsync(id);
        Assert.NotEmpty(undisturbed);
        Assert.Equal(undisturbed.Select(f => f.Format), resumed.Select(f => f.Format));
        Assert.Equal(undisturbed.Select(f => Convert.ToHexString(f.Bytes)), resumed.Select(f => Convert.ToHexString(f.Bytes)));
        Assert.Equal(rows, await Db.Set<ReportEvidence>().CountAsync(e => e.ReportId == id, CancellationToken));
        Assert.Equal(ReportState.Ready, (await Db.Set<Report>().AsNoTracking().SingleAsync(CancellationToken)).State);
    }

    /// <summary>Somebody withdraws a source while paper is printed: the build is tried again by the job and ends, and the report says that it is stale.</summary>
    [Fact]
    public async Task A_source_that_is_withdrawn_meanwhile_leaves_no_report_half_built()
    {
        var id = await RequestedAsync();
        var marked = new Mortal(Saves, Committed: false)
        {
            Death = async () =>
            {
                await Db.Database.ExecuteSqlAsync($"UPDATE report SET stale_at = now(), stale_why = 'Underlaget drogs tillbaka' WHERE id = {id}", CancellationToken);
                return false;
            },
        };

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => BuildAsync(id, marked));
        await BuildAsync(id, new Mortal(int.MaxValue, Committed: false));

        var report = await Db.Set<Report>().AsNoTracking().SingleAsync(CancellationToken);
        Assert.Equal((ReportState.Ready, "Underlaget drogs tillbaka"), (report.State, report.StaleWhy));
    }

    /// <summary>In a unit of work of its own, as a job has, which ends with the job.</summary>
    private async Task BuildAsync(Guid id, Mortal death)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        death.Db = scope.ServiceProvider.GetRequiredService<IAppDbContext>();
        var build = ActivatorUtilities.CreateInstance<BuildReportHandler>(scope.ServiceProvider, death, _clock);
        var built = await build.HandleAsync(new BuildReportCommand(id, WithPdf: false), CancellationToken);
        Assert.True(built.IsSuccess);
    }

    /// <summary>As it was when it had been asked for; the ledger keeps what it knows.</summary>
    private Task<int> ForgetAsync(Guid id) => Db.Database.ExecuteSqlAsync(
        $"""
        DELETE FROM report_file WHERE report_id = {id};
        DELETE FROM report_evidence WHERE report_id = {id};
        UPDATE report SET state = 0, step = '', progress = 0, model = NULL, ready_at = NULL, cut_off = NULL WHERE id = {id};
        """,
        CancellationToken);

    private async Task<Guid> RequestedAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        await Data.ConsultationAsync(schedule: new Schedule(now.AddDays(-9), now.AddDays(-8), now.AddDays(-2), now.AddDays(-1), now.AddDays(30).SwedishDate()));
        Db.ChangeTracker.Clear();
        await Use<CloseConsultationsHandler>().HandleAsync(new(TimeSpan.FromMinutes(1)), CancellationToken);
        await Use<RequestDueReportsHandler>().HandleAsync(new(), CancellationToken);
        Db.ChangeTracker.Clear();
        return (await Db.Set<Report>().AsNoTracking().SingleAsync(CancellationToken)).Id;
    }

    private Task<List<ReportFile>> FilesAsync(Guid id) =>
        Db.Set<ReportFile>().AsNoTracking().Where(f => f.ReportId == id).OrderBy(f => f.Format).ToListAsync(CancellationToken);

    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }

    private sealed class KilledException : Exception;

    /// <summary>Dies at one of its saves, just before it is committed or just after.</summary>
    private sealed class Mortal(int Last, bool Committed) : IAppDbContext
    {
        public IAppDbContext Db { get; set; } = null!;

        public int Seen { get; private set; }

        /// <summary>What happens at the save instead of death; true to die all the same.</summary>
        public Func<Task<bool>> Death { get; init; } = () => Task.FromResult(true);

        public DbSet<TEntity> Set<TEntity>()
            where TEntity : class => Db.Set<TEntity>();

        public async Task<int> SaveChangesAsync(CancellationToken cancellationToken)
        {
            Seen++;
            if (Seen == Last && !Committed && await Death())
            {
                throw new KilledException();
            }

            var saved = await Db.SaveChangesAsync(cancellationToken);
            return Seen == Last && Committed ? throw new KilledException() : saved;
        }
    }
}
