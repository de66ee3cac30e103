using Medborgardialog.Application.Common;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Reports;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class ReportTests : UseCaseTest
{
    [Fact]
    public async Task Closing_asks_for_one_report_however_often_the_job_runs()
    {
        await ClosedAsync();

        var first = await CloseAsync();
        var second = await CloseAsync();

        Assert.Equal((1, 0), (first.Sealed, second.Sealed));
        Assert.Equal("SBN", (await Db.Set<Report>().SingleAsync(CancellationToken)).Number[..3]);
        Assert.Single(Db.Outbox, row => row.Kind == typeof(StartJob).FullName);
    }

    [Fact]
    public async Task Compiling_twice_changes_nothing_the_second_time()
    {
        var id = await RequestedAsync();

        var first = await BuildAsync(id);
        var bytes = await FilesAsync(id);
        var second = await BuildAsync(id);

        Assert.True(first.BuiltNow);
        Assert.False(second.BuiltNow);
        Assert.Equal(["csv", "docx", "html", "json", "xlsx"], bytes.Select(f => f.Format));
        Assert.Equal(bytes.Select(f => f.Bytes), (await FilesAsync(id)).Select(f => f.Bytes));
        Assert.Equal(100, (await Db.Set<Report>().AsNoTracking().SingleAsync(CancellationToken)).Progress);
    }

    [Fact]
    public async Task One_that_has_failed_for_good_says_so_and_makes_way_for_a_new_one()
    {
        var id = await RequestedAsync();

        await Use<FailReportHandler>().HandleAsync(new(id), CancellationToken);
        Become(Role.Officer);
        var again = await Use<RequestReportHandler>().HandleAsync(new("torget"), CancellationToken);

        Assert.NotEqual(id, again.Value!.ReportId);
        Assert.Equal(
            [ReportState.Failed, ReportState.Requested],
            (await Db.Set<Report>().AsNoTracking().OrderBy(r => r.Version).ToListAsync(CancellationToken)).Select(r => r.State));
    }

    [Fact]
    public async Task Of_several_compiling_at_once_one_gets_its_work_in()
    {
        var id = await RequestedAsync();

        var built = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ElsewhereAsync(id)));

        Assert.Equal(1, built.Count(b => b.BuiltNow));
        Assert.Equal(5, (await FilesAsync(id)).Count);
        Assert.Equal(ReportState.Ready, (await Db.Set<Report>().AsNoTracking().SingleAsync(CancellationToken)).State);
    }

    [Fact]
    public async Task A_new_version_leaves_the_delivered_one_as_it_was()
    {
        var first = await RequestedAsync();
        await BuildAsync(first);
        Become(Role.Officer);
        Assert.True((await Use<DeliverReportHandler>().HandleAsync(new(first), CancellationToken)).IsSuccess);
        var before = await FilesAsync(first);

        var second = (await Use<RequestReportHandler>().HandleAsync(new("torget"), CancellationToken)).Value!.ReportId;
        await BuildAsync(second);

        var versions = await Db.Set<Report>().AsNoTracking().OrderBy(r => r.Version).ToListAsync(CancellationToken);
        Assert.Equal([1, 2], versions.Select(v => v.Version));
        Assert.Equal(versions[0].Number, versions[1].Number);
        Assert.Equal(before.Select(f => f.Bytes), (await FilesAsync(first)).Select(f => f.Bytes));
    }

    [Fact]
    public async Task Delivering_puts_the_rådslag_with_its_committee_and_only_what_is_ready_can_be_delivered()
    {
        var id = await RequestedAsync();
        Become(Role.Officer);

        var early = await Use<DeliverReportHandler>().HandleAsync(new(id), CancellationToken);
        await BuildAsync(id);
        var delivered = await Use<DeliverReportHandler>().HandleAsync(new(id), CancellationToken);
        var again = await Use<DeliverReportHandler>().HandleAsync(new(id), CancellationToken);

        Assert.IsType<ReportNotReady>(early.Error);
        Assert.True(delivered.IsSuccess && again.IsSuccess);
        Assert.Equal(ConsultationState.WithCommittee, (await Db.Set<Consultation>().AsNoTracking().SingleAsync(CancellationToken)).State);
    }

    [Theory]
    [InlineData(Role.Resident)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.CommitteeSecretary)]
    [InlineData(Role.CommitteeChair)]
    [InlineData(Role.Administrator)]
    public async Task Only_officers_ask_for_a_report_and_deliver_it(Role role)
    {
        var id = await RequestedAsync();
        await BuildAsync(id);
        Become(role);

        var requested = await Use<RequestReportHandler>().HandleAsync(new("torget"), CancellationToken);
        var delivered = await Use<DeliverReportHandler>().HandleAsync(new(id), CancellationToken);

        Assert.IsType<ReportNotFound>(requested.Error);
        Assert.IsType<ReportNotFound>(delivered.Error);
    }

    [Fact]
    public async Task There_is_no_report_while_answers_are_given()
    {
        await Data.ConsultationAsync();
        Become(Role.Officer);

        var requested = await Use<RequestReportHandler>().HandleAsync(new("torget"), CancellationToken);

        Assert.IsType<ReportTooEarly>(requested.Error);
    }

    private void Become(Role role)
    {
        Db.ChangeTracker.Clear();
        User.Roles.Clear();
        User.Roles.Add(role);
    }

    private Task<Consultation> ClosedAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        return Data.ConsultationAsync(schedule: new Schedule(now.AddDays(-9), now.AddDays(-8), now.AddDays(-2), now.AddDays(-1), now.AddDays(30).SwedishDate()));
    }

    private async Task<ConsultationsClosed> CloseAsync()
    {
        Db.ChangeTracker.Clear();
        var closed = (await Use<CloseConsultationsHandler>().HandleAsync(new(TimeSpan.FromMinutes(1)), CancellationToken)).Value!;
        await Use<RequestDueReportsHandler>().HandleAsync(new(), CancellationToken);
        return closed;
    }

    private async Task<Guid> RequestedAsync()
    {
        await ClosedAsync();
        await CloseAsync();
        return (await Db.Set<Report>().SingleAsync(CancellationToken)).Id;
    }

    private async Task<ReportBuilt> BuildAsync(Guid id)
    {
        Db.ChangeTracker.Clear();
        return (await Use<BuildReportHandler>().HandleAsync(new(id, WithPdf: false), CancellationToken)).Value!;
    }

    /// <summary>As a job on another node would.</summary>
    private async Task<ReportBuilt> ElsewhereAsync(Guid id)
    {
        await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<BuildReportHandler>().HandleAsync(new(id, WithPdf: false), CancellationToken)).Value!;
    }

    private Task<List<ReportFile>> FilesAsync(Guid id) =>
        Db.Set<ReportFile>().AsNoTracking().Where(f => f.ReportId == id).OrderBy(f => f.Format).ToListAsync(CancellationToken);
}
