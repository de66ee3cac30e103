using CsCheck;
using Medborgardialog.Domain.Evidence.Measures;
using Xunit;

namespace Medborgardialog.Domain.Tests.Evidence;

public class HareCrocodileTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 9, 22);

    /// <summary>
    /// The remission times of Freireich et al. 1963 that most textbooks on survival use (Kaplan–Meier median 23); a plus is one who was still waiting.
    /// </summary>
    [Fact]
    public void The_median_time_counts_those_who_still_wait()
    {
        int[] answered = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        int[] waiting = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];

        var result = Of([.. answered.Select(d => Asked(100, 100 - d)), .. waiting.Select(d => Asked(d))]);

        Assert.Equal((23.0, 21L, "measures.hare.days.median"), (result.DaysToAnswer.Value, result.DaysToAnswer.Base, result.DaysToAnswer.SentenceKey));
        Assert.Equal(9.0 / 21, result.AnsweredShare.Value!.Value, 1e-12);
    }

    /// <summary>To answer the easy ones at once and leave the rest looks quick only if those who wait are forgotten.</summary>
    [Fact]
    public void When_fewer_than_half_have_been_answered_there_is_no_median()
    {
        var fast = Of([.. Enumerable.Repeat(Asked(30, 29.9), 9), .. Enumerable.Repeat(Asked(30), 11)]);
        var half = Of([.. Enumerable.Repeat(Asked(30, 29.9), 10), .. Enumerable.Repeat(Asked(30), 10)]);

        Assert.Equal(((double?)null, "measures.hare.days.notReached"), (fast.DaysToAnswer.Value, fast.DaysToAnswer.SentenceKey));
        Assert.Equal(0.1, half.DaysToAnswer.Value!.Value, 1e-6);
    }

    /// <summary>When all are answered it is the ordinary median, the lower of the two in the middle.</summary>
    [Fact]
    public void With_all_answered_it_is_the_usual_median() =>
        Gen.Int[0, 50].Array[10, 40].Sample(days =>
            Assert.Equal(days.Order().ElementAt((days.Length - 1) / 2), Of([.. days.Select(d => Asked(100, 100 - d))]).DaysToAnswer.Value!.Value, 1e-6));

    [Fact]
    public void A_promise_is_kept_on_its_day_and_not_the_day_after_and_is_not_due_until_it_is_over()
    {
        PromisedDialogue[] dialogues =
        [
            new(new(2026, 9, 1), new(2026, 9, 1)), new(new(2026, 9, 1), new(2026, 9, 2)), new(new(2026, 9, 1), null),
            new(new(2026, 9, 21), new(2026, 8, 1)), new(Today, new(2026, 8, 1)), new(new(2027, 1, 1), null),
        ];

        var result = HareCrocodile.Of(new ListeningFacts([], dialogues, 0, 0), Now, Today);

        Assert.Equal((0.5, 4L, "measures.hare.inTime.some"), (result.AnsweredInTime.Value, result.AnsweredInTime.Base, result.AnsweredInTime.SentenceKey));
        Assert.Equal(2, result.NotYetDue);
    }

    [Theory]
    [InlineData(300, 700, 0.3, "heardMore")]
    [InlineData(700, 300, 0.7, "spokeMore")]
    [InlineData(500, 500, 0.5, "even")]
    [InlineData(200, 299, null, "tooFew")]
    public void Who_has_said_the_most(long spoken, long heard, double? share, string sentence)
    {
        var figure = HareCrocodile.Of(new ListeningFacts([], [], spoken, heard), Now, Today).SpokenShare;

        Assert.Equal((share, spoken + heard, $"measures.hare.words.{sentence}"), (figure.Value, figure.Base, figure.SentenceKey));
    }

    [Fact]
    public void Too_little_is_said_to_be_so_and_not_shown()
    {
        var result = HareCrocodile.Of(
            new ListeningFacts([.. Enumerable.Repeat(Asked(5, 1), 9)], [new(new(2026, 1, 1), new(2026, 1, 1)), new(new(2026, 1, 1), null)], 0, 0), Now, Today);

        ListeningFigure[] figures = [result.AnsweredShare, result.DaysToAnswer, result.AnsweredInTime, result.SpokenShare];
        Assert.All(figures, f => Assert.True(f.Value is null && f.SentenceKey.EndsWith(".tooFew", StringComparison.Ordinal)));
        Assert.Equal([9, 9, 2, 0], figures.Select(f => f.Base));
        Assert.Throws<ArgumentOutOfRangeException>(() => HareCrocodile.Of(new ListeningFacts([], [], -1, 0), Now, Today));
    }

    [Theory]
    [InlineData(0, "none")]
    [InlineData(4, "some")]
    [InlineData(10, "all")]
    public void All_some_and_none_have_sentences_of_their_own(int answered, string sentence)
    {
        var result = Of([.. Enumerable.Repeat(Asked(9, 3), answered), .. Enumerable.Repeat(Asked(9), 10 - answered)]);

        Assert.Equal((answered / 10.0, $"measures.hare.asked.{sentence}"), (result.AnsweredShare.Value, result.AnsweredShare.SentenceKey));
    }

    private static ListeningResult Of(IReadOnlyList<AskedPost> asked) => HareCrocodile.Of(new ListeningFacts(asked, [], 0, 0), Now, Today);

    private static AskedPost Asked(double daysAgo, double? answeredDaysAgo = null) =>
        new(Now.AddDays(-daysAgo), answeredDaysAgo is { } days ? Now.AddDays(-days) : null);
}
