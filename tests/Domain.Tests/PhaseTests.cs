using Medborgardialog.Domain.Consultations;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class PhaseTests
{
    private static readonly DateTimeOffset Opens = TestConsultation.Opens;
    private static readonly Schedule Times = TestConsultation.Times;

    public static TheoryData<int, Phase> BySecond => new()
    {
        { -1, Phase.Scheduled },
        { 0, Phase.OpenTalk },
        { (14 * 86_400) - 1, Phase.OpenTalk },
        { 14 * 86_400, Phase.OpenAnswer },
        { (41 * 86_400) - 1, Phase.OpenAnswer },
        { 41 * 86_400, Phase.Closed },
        { 60 * 86_400, Phase.Closed },
    };

    [Theory]
    [MemberData(nameof(BySecond))]
    public void The_clock_moves_a_published_rådslag(int seconds, Phase phase) =>
        Assert.Equal(phase, At(TestConsultation.Published(), Opens.AddSeconds(seconds)));

    [Fact]
    public void Results_show_at_their_time_and_not_before_they_are_counted()
    {
        var consultation = TestConsultation.Published();

        Assert.Equal(Phase.Closed, At(consultation, Times.ResultsAt));
        consultation.MarkCounted(Times.ClosesAt);
        Assert.Equal(Phase.Closed, At(consultation, Times.ResultsAt.AddTicks(-1)));
        Assert.Equal(Phase.Results, At(consultation, Times.ResultsAt));
    }

    [Fact]
    public void The_answer_is_late_the_day_after_the_promised_one()
    {
        var consultation = WithCommittee();

        Assert.Equal(Phase.WithCommittee, consultation.PhaseAt(Times.ResultsAt.AddDays(50), Times.PromisedAt));
        Assert.Equal(Phase.AnswerLate, consultation.PhaseAt(Times.ResultsAt.AddDays(50), Times.PromisedAt.AddDays(1)));
    }

    [Fact]
    public void A_new_promise_needs_a_reason_and_a_later_day_and_is_public()
    {
        var consultation = WithCommittee();
        var now = Times.ResultsAt.AddDays(80);

        Assert.IsType<ReasonMissing>(consultation.PromiseAnew(Times.PromisedAt.AddDays(30), " ", "Karin", now).Error);
        Assert.IsType<ScheduleWrong>(consultation.PromiseAnew(Times.PromisedAt, "Sjukdom", "Karin", now).Error);
        Assert.True(consultation.PromiseAnew(Times.PromisedAt.AddDays(30), "Sjukdom", "Karin", now).IsSuccess);

        var notice = Assert.Single(consultation.Notices);
        Assert.Equal((Times.PromisedAt, Times.PromisedAt.AddDays(30)), (notice.WasDay!.Value, notice.BecomesDay!.Value));
        Assert.Equal(Phase.WithCommittee, consultation.PhaseAt(now, Times.PromisedAt.AddDays(1)));
    }

    [Fact]
    public void What_is_answered_is_archived_with_a_public_reason_and_nothing_else_is()
    {
        var (consultation, now) = (WithCommittee(), Times.ResultsAt.AddDays(80));

        Assert.IsType<WrongPhase>(consultation.Archive("Allt är gjort", "Maria", now).Error);
        Assert.True(consultation.Answer(now).IsSuccess);
        Assert.IsType<ReasonMissing>(consultation.Archive(" ", "Maria", now).Error);
        Assert.True(consultation.Archive("Allt är gjort", "Maria", now).IsSuccess);
        Assert.True(consultation.Archive("Igen", "Maria", now).IsSuccess);

        Assert.Equal(Phase.Archived, consultation.PhaseAt(now, Times.PromisedAt.AddDays(1)));
        var notice = Assert.Single(consultation.Notices);
        Assert.Equal((NoticeKind.Archived, "Allt är gjort"), (notice.Kind, notice.Reason));
    }

    [Fact]
    public void Closing_can_be_moved_later_and_never_earlier()
    {
        var consultation = TestConsultation.Published();
        var now = Opens.AddDays(20);

        Assert.IsType<ScheduleWrong>(consultation.Postpone(Times.ClosesAt.AddHours(-1), "Skäl", "Maria", now).Error);
        Assert.Equal("schedule.closesAfterPromise", consultation.Postpone(Times.ClosesAt.AddDays(200), "Skäl", "Maria", now).Error!.Code);
        Assert.True(consultation.PromiseAnew(Times.PromisedAt.AddDays(200), "Nämnden hinner inte", "Maria", now).IsSuccess);
        Assert.True(consultation.Postpone(Times.ClosesAt.AddDays(7), "Breven kom sent", "Maria", now).IsSuccess);

        Assert.Equal(Phase.OpenAnswer, At(consultation, Times.ClosesAt.AddDays(6)));
        Assert.True(consultation.Schedule!.ResultsAt > consultation.Schedule.ClosesAt);
    }

    [Fact]
    public void Neither_closing_nor_results_are_moved_to_the_promised_day_or_past_it()
    {
        var consultation = TestConsultation.Published();
        var now = Opens.AddDays(20);
        var dayBefore = new DateTimeOffset(Times.PromisedAt.AddDays(-1), new TimeOnly(6, 0), TimeSpan.Zero);

        var postponed = consultation.Postpone(dayBefore, "Skäl", "Maria", now);
        consultation.Pause("Skäl", null, "Maria", now);
        var resumed = consultation.Resume(Times.ClosesAt.AddDays(200), "Skäl", "Maria", now);

        Assert.Equal("schedule.closesAfterPromise", resumed.Error!.Code);
        Assert.Equal("schedule.closesAfterPromise", postponed.Error?.Code);
        Assert.Equal(Times, consultation.Schedule);
    }

    [Fact]
    public void The_one_who_sent_it_for_review_cannot_approve_it()
    {
        var consultation = TestConsultation.Draft();
        var questionnaire = TestConsultation.Questions(consultation.Id);
        var officer = Guid.CreateVersion7();
        consultation.SendForReview(officer, questionnaire);

        var approved = consultation.Approve(officer, questionnaire, "Nämnden", Opens.AddDays(-1));

        Assert.IsType<ApprovalNeedsSecondPerson>(approved.Error);
        Assert.Null(consultation.ManifestHash);
    }

    [Fact]
    public void What_is_incomplete_is_not_published_and_says_what_is_missing()
    {
        var consultation = TestConsultation.Draft();
        consultation.Tick(PublishCheck.TestedOnPhone, done: false);
        consultation.SetChannels("", "Vi räknar svaren.");

        var sent = consultation.SendForReview(Guid.CreateVersion7(), TestConsultation.Questions(consultation.Id));

        Assert.Equal([PublishCheck.OtherWays, PublishCheck.TestedOnPhone], Assert.IsType<ConsultationIncomplete>(sent.Error).Missing);
        Assert.Equal(ConsultationState.Draft, consultation.State);
    }

    [Fact]
    public void Information_is_no_rådslag() =>
        Assert.False(TestConsultation.Draft().SetInfluence(InfluenceLevel.Information, ["inget"], ["allt"]).IsSuccess);

    private static Consultation WithCommittee()
    {
        var consultation = TestConsultation.Published();
        consultation.MarkCounted(Times.ClosesAt);
        Assert.True(consultation.DeliverToCommittee(Times.ResultsAt).IsSuccess);
        return consultation;
    }

    private static Phase At(Consultation consultation, DateTimeOffset now) => consultation.PhaseAt(now, DateOnly.FromDateTime(now.UtcDateTime));
}
