using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>The ledger: what is said is added, what is said again is not, what is said otherwise is a new revision, and nothing is lost.</summary>
public class EvidenceTests : UseCaseTest
{
    private static readonly EvidenceSource _source = new(EvidenceSourceKind.Survey, Guid.Parse("0b5f6f5e-1111-4f7e-9a6d-3d3b1c2f0a01"), "Hemtjänst 2026", "/enkater/hemtjanst-2026/resultat", null);

    [Fact]
    public async Task What_is_said_twice_is_one_row()
    {
        var first = await RecordAsync(Signal("loop.Attached", 204, 368), Signal("loop.Silent", 32, 368));
        var second = await RecordAsync(Signal("loop.Attached", 204, 368), Signal("loop.Silent", 32, 368));

        Assert.Equal((2, 0, 0), (first.Added, first.Replaced, first.Unchanged));
        Assert.Equal((0, 0, 2), (second.Added, second.Replaced, second.Unchanged));
        Assert.Equal(2, await Db.Set<EvidenceRow>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task A_corrected_count_is_a_new_revision_and_the_one_before_can_still_be_read()
    {
        await RecordAsync(Signal("loop.Attached", 204, 368));
        var corrected = await RecordAsync(Signal("loop.Attached", 203, 368));

        var rows = await Db.Set<EvidenceRow>().AsNoTracking().OrderBy(r => r.Revision).ToListAsync(CancellationToken);
        Assert.Equal((1, 1), (corrected.Added, corrected.Replaced));
        Assert.Equal([(204, false), (203, true)], rows.Select(r => (r.Count!.Value, r.Holds)));
        Assert.NotEqual(rows[0].Id, rows[1].Id);
    }

    [Fact]
    public async Task What_a_source_no_longer_says_no_longer_holds_and_may_be_said_again()
    {
        await RecordAsync(Signal("loop.Attached", 204, 368), Signal("loop.Silent", 32, 368));
        await RecordAsync(Signal("loop.Attached", 204, 368));
        var gone = await Db.Set<EvidenceRow>().AsNoTracking().SingleAsync(r => r.Measure == "loop.Silent", CancellationToken);
        await RecordAsync(Signal("loop.Attached", 204, 368), Signal("loop.Silent", 32, 368));

        var silent = await Db.Set<EvidenceRow>().AsNoTracking().Where(r => r.Measure == "loop.Silent").OrderBy(r => r.Revision).ToListAsync(CancellationToken);
        Assert.False(gone.Holds);
        Assert.Equal([false, true], silent.Select(r => r.Holds));
    }

    [Fact]
    public async Task Told_by_many_at_once_it_is_told_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var scope = Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            var recorded = await scope.ServiceProvider.GetRequiredService<RecordEvidenceHandler>()
                .HandleAsync(new(_source, [Signal("loop.Attached", 204, 368)], IsWhole: true), CancellationToken);
            Assert.True(recorded.IsSuccess);
        }));

        Assert.Equal(1, await Db.Set<EvidenceRow>().CountAsync(CancellationToken));
    }

    [Theory]
    [InlineData(-1, 10, typeof(EvidenceCountInvalid))]
    [InlineData(11, 10, typeof(EvidenceCountInvalid))]
    [InlineData(null, 10, typeof(EvidenceCountInvalid))]
    public async Task A_count_that_cannot_be_is_refused_and_nothing_is_written(int? count, int of, Type error)
    {
        var refused = await Use<RecordEvidenceHandler>().HandleAsync(
            new(_source, [Signal("loop.Attached", 204, 368), Signal("loop.Silent", count, of)], IsWhole: true), CancellationToken);

        Assert.IsType(error, refused.Error);
        Assert.Equal(0, await Db.Set<EvidenceRow>().CountAsync(CancellationToken));
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused()
    {
        var backwards = Signal("loop.Attached", 1, 2) with { From = new DateOnly(2026, 4, 30), To = new DateOnly(2026, 3, 1) };

        Assert.IsType<EvidencePeriodInvalid>((await Use<RecordEvidenceHandler>().HandleAsync(new(_source, [backwards], IsWhole: true), CancellationToken)).Error);
    }

    private async Task<EvidenceRecorded> RecordAsync(params EvidenceSignal[] signals)
    {
        Db.ChangeTracker.Clear();
        return (await Use<RecordEvidenceHandler>().HandleAsync(new(_source, signals, IsWhole: true), CancellationToken)).Value!;
    }

    private static EvidenceSignal Signal(string measure, int? count, int of) => new()
    {
        Kind = EvidenceKind.LoyaltyAttached, Measure = measure, Label = measure, Service = "Hemtjänst", From = new DateOnly(2026, 3, 1), To = new DateOnly(2026, 4, 30),
        Count = count, Denominator = of, Design = SampleDesign.TotalSurvey,
    };
}
