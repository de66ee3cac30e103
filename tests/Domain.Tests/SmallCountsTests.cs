using System.Globalization;
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

    [Fact]
    public void What_dialogues_say_has_passed_the_gate_and_is_shown()
    {
        var row = EvidenceRow.Write(new EvidenceSource(EvidenceSourceKind.Survey, Guid.CreateVersion7(), "Enkät", "", null), Signal("q.val.a", 1, 3), 1, DateTimeOffset.UnixEpoch).Value!;

        Assert.Empty(SmallCounts.Hidden([row]));
    }

    private static List<EvidenceRow> Rows(string measure, params (int Month, int Count)[] months)
    {
        var source = new EvidenceSource(EvidenceSourceKind.Complaints, new Guid("0b5f6f5e-1111-4f7e-9a6d-3d3b1c2f0a01"), "Synpunkter", "", null);
        return [.. months.Select(m => EvidenceRow.Write(source, Signal(measure, m.Month, m.Count), 1, DateTimeOffset.UnixEpoch).Value!)];
    }

    private static EvidenceSignal Signal(string measure, int month, int count) => new()
    {
        Kind = EvidenceKind.VoiceIndividual, Measure = measure, Label = measure, Unit = "Norr", From = new DateOnly(2026, month, 1), To = new DateOnly(2026, month, 28), Count = count,
        Design = SampleDesign.TotalSurvey,
    };
}
