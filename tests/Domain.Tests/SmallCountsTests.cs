using System.Globalization;
using CsCheck;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests;

/// <summary>What the public may not see of counts of persons, and may not work out either.</summary>
public class SmallCountsTests
{
    [Theory]
    [InlineData("0,12,30", "")]
    [InlineData("1,12,30", "0,1")]
    [InlineData("4,12,3", "0,2")]
    [InlineData("1,12,1", "0,1,2")]
    [InlineData("2", "0")]
    [InlineData("0,3,0", "1")]
    public void A_column_whose_sum_is_told_hides_what_is_small_and_what_would_give_it_away(string counts, string hidden) =>
        Assert.Equal(hidden, string.Join(',', SmallCounts.HiddenOf([.. counts.Split(',').Select(c => int.Parse(c, CultureInfo.InvariantCulture))]).Order()));

    [Fact]
    public void One_small_month_takes_the_smallest_other_with_it()
    {
        var rows = Rows("switched", (1, 12), (2, 3), (3, 9));

        var hidden = SmallCounts.Hidden(rows);

        Assert.Equal([false, true, true], rows.Select(r => hidden.Contains(r.Id)));
    }

    [Fact]
    public void What_was_answered_is_hidden_with_what_came_in()
    {
        List<EvidenceRow> rows = [.. Rows("complaints", (1, 4), (2, 4), (3, 20)), .. Rows("complaints.answered", (1, 2), (2, 3), (3, 11))];

        var hidden = SmallCounts.Hidden(rows);

        Assert.Equal([true, true, false, true, true, false], rows.Select(r => hidden.Contains(r.Id)));
    }

    [Fact]
    public void Where_the_rest_would_give_it_away_all_is_hidden()
    {
        List<EvidenceRow> rows = [.. Rows("complaints", (1, 4), (2, 4), (3, 20)), .. Rows("complaints.answered", (1, 0), (2, 3), (3, 11))];

        Assert.Equal(rows.Count, SmallCounts.Hidden(rows).Count);
    }

    /// <summary>Of the whole two rows and five persons would do; of each unit they would not.</summary>
    [Fact]
    public void What_is_hidden_in_one_unit_does_not_cover_what_is_hidden_in_another()
    {
        List<EvidenceRow> rows = [.. Rows("switched", "Norr", (1, 6), (2, 2), (4, 20)), .. Rows("switched", "Söder", (3, 3), (5, 11))];

        var hidden = SmallCounts.Hidden(rows);

        Assert.Equal([true, true, false, true, true], rows.Select(r => hidden.Contains(r.Id)));
    }

    /// <summary>For any counts: of what is hidden in a sum that is told there are never fewer than two rows and five persons, unless all of it is hidden.</summary>
    [Fact]
    public void No_sum_of_a_unit_or_of_all_gives_a_hidden_count_away() =>
        Gen.Int[0, 9].Array[2, 6].Array[1, 4].Sample(units =>
        {
            List<EvidenceRow> rows = [.. units.SelectMany((counts, u) => Rows("switched", $"Enhet {u}", [.. counts.Select((c, m) => (m + 1, c))]))];
            var hidden = SmallCounts.Hidden(rows);
            Assert.All(rows.Where(r => SmallCounts.IsSmall(r.Count)), r => Assert.Contains(r.Id, hidden));
            foreach (var sum in rows.GroupBy(r => r.Unit).Select(g => g.ToList()).Append(rows))
            {
                var unseen = sum.Where(r => hidden.Contains(r.Id) && r.Count > 0).ToList();
                var seen = sum.Where(r => !hidden.Contains(r.Id) && r.Count > 0).ToList();
                Assert.True(unseen.Count == 0 || seen.Count == 0 || unseen.Count > 1 && unseen.Sum(r => r.Count) >= SmallCounts.Smallest, string.Join(' ', sum.Select(r => r.Count)));
            }
        }, iter: 400);

    [Fact]
    public void What_dialogues_say_has_passed_the_gate_and_is_shown()
    {
        var row = EvidenceRow.Write(new EvidenceSource(EvidenceSourceKind.Survey, Guid.CreateVersion7(), "Enkät", "", null), Signal("q.val.a", 1, 3), 1, DateTimeOffset.UnixEpoch).Value!;

        Assert.Empty(SmallCounts.Hidden([row]));
    }

    private static List<EvidenceRow> Rows(string measure, params (int Month, int Count)[] months) => Rows(measure, "Norr", months);

    private static List<EvidenceRow> Rows(string measure, string unit, params (int Month, int Count)[] months)
    {
        var source = new EvidenceSource(EvidenceSourceKind.Complaints, new Guid("0b5f6f5e-1111-4f7e-9a6d-3d3b1c2f0a01"), "Synpunkter", "", null);
        return [.. months.Select(m => EvidenceRow.Write(source, Signal(measure, m.Month, m.Count) with { Unit = unit }, 1, DateTimeOffset.UnixEpoch).Value!)];
    }

    private static EvidenceSignal Signal(string measure, int month, int count) => new()
    {
        Kind = EvidenceKind.VoiceIndividual, Measure = measure, Label = measure, Unit = "Norr", From = new DateOnly(2026, month, 1), To = new DateOnly(2026, month, 28), Count = count,
        Design = SampleDesign.TotalSurvey,
    };
}
