using Medborgardialog.Domain.Reports;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class DecisionFeedbackTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly FeedbackActor Karin = new(Guid.CreateVersion7(), "Karin Mallberg");
    private static readonly FeedbackActor Bengt = new(Guid.CreateVersion7(), "Bengt Exempelström");
    private static readonly (Guid Id, string Name)[] Themes = [(Guid.CreateVersion7(), "Parkering"), (Guid.CreateVersion7(), "Halka")];

    [Fact]
    public void An_incomplete_answer_is_refused_with_everything_that_is_missing()
    {
        var feedback = new DecisionFeedback(Guid.CreateVersion7(), Guid.CreateVersion7());
        var no = Point(Themes[0], CommitteeDecision.No) with { Why = "" };
        feedback.Write(Text(no) with { Summary = " ", MeetingDay = null }, Karin, Now);

        var submitted = feedback.Submit(reportId: null, Themes, Karin, Now);

        var gaps = Assert.IsType<FeedbackIncomplete>(submitted.Error).Gaps;
        Assert.Equal(
            [("Halka", FeedbackField.Theme), ("Parkering", FeedbackField.Why), ("", FeedbackField.Summary), ("", FeedbackField.MeetingDay)],
            gaps.Select(g => (g.Heading, g.Field)));
        Assert.Equal(FeedbackState.Draft, feedback.State);
    }

    [Theory]
    [InlineData(CommitteeDecision.Yes, new[] { FeedbackField.WeDo, FeedbackField.When, FeedbackField.Responsible })]
    [InlineData(CommitteeDecision.Partly, new[] { FeedbackField.WeDo, FeedbackField.Why, FeedbackField.When, FeedbackField.Responsible })]
    [InlineData(CommitteeDecision.Investigate, new[] { FeedbackField.WeDo, FeedbackField.When, FeedbackField.Responsible })]
    [InlineData(CommitteeDecision.No, new[] { FeedbackField.Why })]
    [InlineData(CommitteeDecision.NotOurs, new[] { FeedbackField.Why })]
    public void Each_decision_calls_for_its_own_fields(CommitteeDecision decision, FeedbackField[] missing)
    {
        var point = new FeedbackPoint(Guid.CreateVersion7(), ThemeId: null, "Halka", "Det är halt.", decision, "", "", "", "");

        Assert.Equal(missing, point.Missing());
    }

    /// <summary>What is pasted from elsewhere may hold characters that no feed and no document can.</summary>
    [Fact]
    public void What_cannot_be_shown_or_passed_on_is_not_stored()
    {
        var feedback = Submitted();
        Assert.True(feedback.Approve(Bengt, Now).IsSuccess);

        var told = feedback.FollowUp(feedback.Points[0].Id, PointStatus.Underway, "\u000BPå \uD800väg\u0000\uFFFE. ", "maj\u001F 2027", Karin, Now);

        Assert.Equal(("På väg.", "maj 2027"), (told.Value!.Note, told.Value.When));
    }

    [Fact]
    public void The_one_who_wrote_it_cannot_approve_it()
    {
        var feedback = Submitted();

        var own = feedback.Approve(Karin, Now);
        var second = feedback.Approve(Bengt, Now);

        Assert.IsType<FeedbackNeedsAnotherPerson>(own.Error);
        Assert.True(second.IsSuccess);
        Assert.Equal(Now, feedback.PublishedAt);
    }

    [Fact]
    public void It_is_sent_back_with_a_reason_and_can_be_written_again()
    {
        var feedback = Submitted();

        var silent = feedback.SendBack(" ", Bengt, Now);
        var back = feedback.SendBack("Skriv vad värmen kostar", Bengt, Now);
        var written = feedback.Write(Text(), Karin, Now);

        Assert.IsType<FeedbackReasonMissing>(silent.Error);
        Assert.True(back.IsSuccess);
        Assert.True(written.IsSuccess);
        Assert.Contains(feedback.History, e => e is { Kind: FeedbackEventKind.SentBack, Text: "Skriv vad värmen kostar" });
    }

    [Fact]
    public void After_publication_it_is_followed_up_and_never_edited()
    {
        var feedback = Submitted();
        feedback.Approve(Bengt, Now);
        var halka = feedback.Points[1];

        var edited = feedback.Write(Text(), Karin, Now);
        var silent = feedback.FollowUp(halka.Id, PointStatus.Underway, "", "", Karin, Now);
        var added = feedback.FollowUp(halka.Id, PointStatus.Underway, "Projekteringen har börjat.", "mars 2028", Karin, Now.AddDays(20));

        Assert.IsType<FeedbackLocked>(edited.Error);
        Assert.IsType<FollowUpNoteMissing>(silent.Error);
        Assert.True(added.IsSuccess);
        Assert.Equal(PointStatus.Underway, feedback.StatusOf(halka));
        Assert.Equal("mars 2028", feedback.WhenOf(halka));
        Assert.Null(feedback.StatusOf(feedback.Points[0]));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_and_nothing_is_saved()
    {
        var feedback = new DecisionFeedback(Guid.CreateVersion7(), Guid.CreateVersion7());

        var written = feedback.Write(Text(Point(Themes[0], CommitteeDecision.Yes) with { WeDo = new string('å', 201) }), Karin, Now);

        var text = Assert.Single(Assert.IsType<FeedbackTextsTooLong>(written.Error).Texts);
        Assert.Equal((FeedbackField.WeDo, 201, 200), (text.Field, text.Length, text.Max));
        Assert.Empty(feedback.Points);
    }

    private static DecisionFeedback Submitted()
    {
        var feedback = new DecisionFeedback(Guid.CreateVersion7(), Guid.CreateVersion7());
        feedback.Write(Text(), Karin, Now);
        Assert.True(feedback.Submit(Guid.CreateVersion7(), Themes, Karin, Now).IsSuccess);
        return feedback;
    }

    private static FeedbackText Text(params FeedbackPoint[] points) => new(
        points.Length > 0 ? points : [Point(Themes[0], CommitteeDecision.No), Point(Themes[1], CommitteeDecision.Partly)],
        "Nämnden går vidare med Gröna torget.", Changed: true, "Värmeslingor fanns inte i förslaget.", "", new DateOnly(2026, 9, 22), "§ 96", "");

    private static FeedbackPoint Point((Guid Id, string Name) theme, CommitteeDecision decision) => new(
        Guid.CreateVersion7(), theme.Id, theme.Name, "Det är halt.", decision, "Bygger värmeslingor.", "Hela torget kostar för mycket.",
        "november 2027", "Trafikchefen");
}
