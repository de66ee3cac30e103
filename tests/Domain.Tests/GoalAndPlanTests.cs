using System.Globalization;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Domain.Plans;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class GoalAndPlanTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly _today = new(2026, 11, 10);
    private static readonly Guid _committee = Guid.CreateVersion7();

    [Fact]
    public void A_goal_needs_words_and_somebody_who_follows_it()
    {
        var goal = new Goal("trygg", 1);

        Assert.IsType<GoalTextWrong>(goal.Write(" ", [_committee], [], true).Error);
        Assert.IsType<GoalTextWrong>(goal.Write(new string('å', Goal.MaxText + 1), [_committee], [], true).Error);
        Assert.IsType<GoalCommitteesMissing>(goal.Write("Trygga kvällar", [], [], true).Error);
        Assert.IsType<GoalMeasuresTooMany>(goal.Write("Trygga kvällar", [_committee], Enumerable.Range(0, Goal.MaxMeasures + 1).Select(i => new GoalMeasure($"q.{i}.positive", "")), true).Error);
        Assert.True(goal.Write("Trygga\nkvällar", [_committee, _committee], [], true).IsSuccess);
        Assert.Equal("Trygga kvällar", goal.Text);
        Assert.True(goal.IsFor(_committee));
    }

    [Theory]
    [InlineData("2026-12-01", GoalState.Partly, "Text", typeof(GoalMonthWrong))]
    [InlineData("2025-10-31", GoalState.Partly, "Text", typeof(GoalMonthWrong))]
    [InlineData("2026-11-30", null, "Text", typeof(GoalStateMissing))]
    [InlineData("2026-11-30", (GoalState)7, "Text", typeof(GoalStateMissing))]
    [InlineData("2026-11-30", GoalState.Partly, "  ", typeof(GoalNoteTextWrong))]
    public void A_note_is_about_a_month_of_the_last_year_and_says_how_it_goes(string month, GoalState? state, string text, Type error)
    {
        var note = GoalNote.Write(Followed(), _committee, DateOnly.Parse(month, CultureInfo.InvariantCulture), state, text, "Karin", _today, _now);

        Assert.IsType(error, note.Error);
    }

    [Fact]
    public void Only_those_who_follow_a_goal_note_it_and_a_day_means_its_month()
    {
        var written = GoalNote.Write(Followed(), _committee, _today, GoalState.OnTheWay, "Det går.", "Karin", _today, _now);
        var others = GoalNote.Write(Followed(), Guid.CreateVersion7(), _today, GoalState.OnTheWay, "Det går.", "Karin", _today, _now);

        Assert.Equal(new DateOnly(2026, 11, 1), written.Value!.Month);
        Assert.IsType<GoalNotFound>(others.Error);
    }

    /// <summary>61 of 100 and 40 of 100: z = 2.97 by the pooled two-proportion test, well beyond 1.96; 61 and 58 are not.</summary>
    [Fact]
    public void The_trend_compares_the_two_latest_readings_whatever_their_order()
    {
        GoalReading Read(int year, int count, bool breaks = false) => new(new DateOnly(year, 12, 31), new Share(count, 100, SampleDesign.TotalSurvey), breaks);

        Assert.Null(GoalTrend.Verdict([Read(2026, 61)]));
        Assert.Equal(TrendVerdict.Rise, GoalTrend.Verdict([Read(2026, 61), Read(2022, 90), Read(2024, 40)]));
        Assert.Equal(TrendVerdict.NotEstablished, GoalTrend.Verdict([Read(2024, 58), Read(2026, 61)]));
        Assert.Equal(TrendVerdict.NotComparable, GoalTrend.Verdict([Read(2024, 40), Read(2026, 61, breaks: true)]));
    }

    [Fact]
    public void A_plan_says_what_who_and_both_days()
    {
        var text = new PlanText("Få får svar", "Svarar inom en vecka", "Kvalitetschefen", _today, _today.AddDays(30));

        Assert.Equal(new PlanTextWrong(PlanField.Responsible), PlanItem.Add(_committee, text with { Responsible = " " }, PlanGround.Words, "Karin", _now).Error);
        Assert.Equal(new PlanTextWrong(PlanField.Measure), PlanItem.Add(_committee, text with { Measure = new string('a', PlanItem.MaxMeasure + 1) }, PlanGround.Words, "Karin", _now).Error);
        Assert.IsType<PlanDaysWrong>(PlanItem.Add(_committee, text with { Due = _today.AddDays(-1) }, PlanGround.Words, "Karin", _now).Error);
        Assert.IsType<PlanDaysWrong>(PlanItem.Add(_committee, text with { Start = null }, PlanGround.Words, "Karin", _now).Error);
        Assert.Equal(PointStatus.NotStarted, PlanItem.Add(_committee, text, PlanGround.Words, "Karin", _now).Value!.Status);
    }

    [Fact]
    public void A_plan_keeps_every_step_and_the_day_as_last_said()
    {
        var text = new PlanText("Få får svar", "Svarar inom en vecka", "Kvalitetschefen", _today, _today.AddDays(30));
        var item = PlanItem.Add(_committee, text, PlanGround.Words, "Karin", _now).Value!;

        Assert.IsType<PlanNoteMissing>(item.FollowUp(PointStatus.Underway, " ", null, "Karin", _now).Error);
        Assert.IsType<PlanStatusMissing>(item.FollowUp(null, "Har börjat", null, "Karin", _now).Error);
        Assert.IsType<PlanDaysWrong>(item.FollowUp(PointStatus.Underway, "Har börjat", _today.AddDays(-1), "Karin", _now).Error);
        Assert.True(item.FollowUp(PointStatus.Underway, "Har börjat", _today.AddDays(60), "Karin", _now).IsSuccess);
        Assert.True(item.FollowUp(PointStatus.Done, "Klart", null, "Karin", _now.AddDays(40)).IsSuccess);
        Assert.Equal((PointStatus.Done, _today.AddDays(60), _today.AddDays(30), 2), (item.Status, item.DueNow, item.Due, item.Steps.Count));
    }

    [Fact]
    public void A_plan_for_a_decided_point_is_followed_up_with_the_point()
    {
        var text = new PlanText("Få får svar", "Svarar inom en vecka", "Kvalitetschefen", _today, _today.AddDays(30));
        var item = PlanItem.Add(_committee, text, new PlanGround(Guid.CreateVersion7(), Guid.CreateVersion7(), "", 0, ""), "Karin", _now).Value!;

        Assert.IsType<PlanFollowedElsewhere>(item.FollowUp(PointStatus.Done, "Klart", null, "Karin", _now).Error);
    }

    private static Goal Followed()
    {
        var goal = new Goal("trygg", 1);
        goal.Write("Trygga kvällar", [_committee], [], isActive: true);
        return goal;
    }
}
