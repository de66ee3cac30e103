using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

public class MeasureDefinitionTests
{
    /// <summary>Oracle: json.dumps with sorted keys and hashlib in Python 3. If this changes, every wave before is said to be incomparable with those after.</summary>
    [Fact]
    public void The_groups_are_locked()
    {
        Assert.Equal("d18d53d4e518580bbe6dc5a85466285af477f60e530679e5b00f92942f0670fa", MeasureDefinition.LoopGroups.Hash);
        Assert.Equal(["Leaving", "Attached", "Voicing", "Captive", "Silent"], MeasureDefinition.LoopGroups.Rules.Select(r => r.Split('.')[^1]));
    }

    [Fact]
    public void Another_order_another_version_or_another_rule_is_another_definition()
    {
        var first = Definition(1, "a", "b", "c");

        Assert.True(first.IsComparableWith(Definition(1, "a", "b", "c")));
        Assert.Equal(first, Definition(1, "a", "b", "c"));
        Assert.All([Definition(1, "b", "a", "c"), Definition(2, "a", "b", "c"), Definition(1, "a", "b"), Definition(1, "a", "b", "c,d"), Definition(1, "a", "b", "c", "d")],
            other => Assert.False(first.IsComparableWith(other)));
    }

    [Fact]
    public void What_a_definition_was_made_of_cannot_be_changed_afterwards()
    {
        List<string> rules = ["a", "b"];
        var definition = MeasureDefinition.Of("mått", 1, rules).Value!;

        rules.Reverse();

        Assert.Equal(["a", "b"], definition.Rules);
    }

    [Fact]
    public void A_trend_breaks_where_the_definition_changes_and_nowhere_else()
    {
        var (old, changed) = (Definition(1, "a", "b"), Definition(1, "b", "a"));
        Share share = new(60, 100, SampleDesign.TotalSurvey);

        var points = MeasureDefinition.Series(
            [new("2020", share, old), new("2022", share, old), new("2024", share, changed), new("2026", share, changed), new("2028", share, changed, BreaksBefore: true)]);

        Assert.Equal([false, false, true, false, true], points.Select(p => p.BreaksBefore));
        Assert.Equal(
            [TrendVerdict.NotEstablished, TrendVerdict.NotComparable, TrendVerdict.NotEstablished, TrendVerdict.NotComparable],
            Trend.Steps(points).Select(s => s.Verdict));
    }

    [Fact]
    public void A_definition_that_defines_nothing_is_refused()
    {
        Assert.All(
            [MeasureDefinition.Of("", 1, ["a"]), MeasureDefinition.Of("m", 0, ["a"]), MeasureDefinition.Of("m", 1, []), MeasureDefinition.Of("m", 1, ["a", " "]), MeasureDefinition.Of("m", 1, ["a", "a"])],
            result => Assert.IsType<MeasureDefinitionWrong>(result.Error));
    }

    private static MeasureDefinition Definition(int version, params string[] rules) => MeasureDefinition.Of("mått", version, rules).Value!;
}
