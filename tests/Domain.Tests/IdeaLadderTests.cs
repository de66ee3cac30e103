using System.Globalization;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Ideas;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class IdeaLadderTests
{
    private static readonly Guid Moderator = Guid.CreateVersion7();
    private static readonly DateTimeOffset Sent = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 4, 10);
    private static readonly DateTimeOffset Now = new(2026, 4, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly IdeaText Text = new("Fler bänkar längs ån", "Det är långt mellan bänkarna.", "Centrum");

    /// <summary>Whatever is tried in whatever order: one step up at a time, but for a no from the third; a line for each step that was taken and none for others; days that lie ahead.</summary>
    [Fact]
    public void The_ladder_is_never_skipped_and_its_history_only_grows()
    {
        var (taken, ends) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var (idea, day, history) = (Shown(), Today, new List<IdeaEntry>());
            for (var i = 0; i < 40; i++)
            {
                day = day.AddDays(random.Next(0, 4));
                var was = (idea.Step, idea.Decision, idea.DueOn, idea.Entries, idea.HasEnded);
                var tried = Any(random, day);

                var result = idea.Take(tried, "handläggare", new DateTimeOffset(day.ToDateTime(default), TimeSpan.Zero), day);

                if (!result.IsSuccess)
                {
                    Assert.Equal(was, (idea.Step, idea.Decision, idea.DueOn, idea.Entries, idea.HasEnded));
                    continue;
                }

                var line = result.Value;
                history.Add(line);
                taken++;
                Assert.Equal(history.Count, line.Number);
                Assert.Equal((was.Step, idea.Step), (line.From, line.Step));
                Assert.True(line.IsBack || line.IsNote || (int)line.Step == (int)line.From + 1 || line is { From: IdeaStep.Examined, Step: IdeaStep.Decided, Decision: IdeaDecision.No });
                Assert.False(was.HasEnded && !line.IsBack);
                Assert.True(line.Words.Length > 0 && line.Role.Length > 0);
                Assert.Equal(idea.HasEnded, line.NextDay is null);
                Assert.True(line.NextDay is null || line.NextDay > day);
                Assert.Equal(line.NextDay, idea.DueOn);
                Assert.Equal(!line.IsBack && !line.IsNote && line.Step == IdeaStep.Examined, line is { For.Length: > 0, Against.Length: > 0, Outside.Length: > 0 });
                Assert.Equal(!line.IsBack && !line.IsNote && line.Step == IdeaStep.Investigated, line is { Use.Length: > 0, Cost.Length: > 0, Responsible.Length: > 0 });
                Assert.Equal(!line.IsBack && !line.IsNote && line.Step == IdeaStep.Decided, line.Decision is not null);
                Assert.Equal(idea.Step >= IdeaStep.Decided, idea.Decision is not null);
                ends += idea.HasEnded ? 1 : 0;
            }
        }

        Assert.True(taken > 2000 && ends > 50, $"{taken} steps, {ends} ends: too few to say anything.");
    }

    [Theory]
    [InlineData(IdeaStep.Thanked, IdeaPart.Words)]
    [InlineData(IdeaStep.Thanked, IdeaPart.NextDay)]
    [InlineData(IdeaStep.Examined, IdeaPart.For)]
    [InlineData(IdeaStep.Examined, IdeaPart.Against)]
    [InlineData(IdeaStep.Examined, IdeaPart.Outside)]
    [InlineData(IdeaStep.Investigated, IdeaPart.Use)]
    [InlineData(IdeaStep.Investigated, IdeaPart.Cost)]
    [InlineData(IdeaStep.Investigated, IdeaPart.Responsible)]
    [InlineData(IdeaStep.Decided, IdeaPart.Decision)]
    [InlineData(IdeaStep.Decided, IdeaPart.Words)]
    [InlineData(IdeaStep.Done, IdeaPart.Words)]
    public void A_step_asks_for_what_belongs_to_it(IdeaStep step, IdeaPart left)
    {
        var idea = At(step - 1);

        var taken = idea.Take(Without(Full(step), left), "handläggare", Now, Today);

        Assert.Equal([left], Assert.IsType<IdeaPartsWrong>(taken.Error).Parts);
        Assert.Equal(step - 1, idea.Step);
    }

    [Fact]
    public void All_that_is_missing_is_told_at_once() =>
        Assert.Equal(
            [IdeaPart.Words, IdeaPart.For, IdeaPart.Against, IdeaPart.Outside, IdeaPart.NextDay],
            Assert.IsType<IdeaPartsWrong>(At(IdeaStep.Thanked).Take(new StepTaken(IdeaStep.Examined, " ", Today, For: new string('a', IdeaEntry.LongestPart + 1)), "handläggare", Now, Today).Error).Parts);

    [Fact]
    public void A_no_is_possible_from_the_third_step_and_nothing_follows_but_a_step_back()
    {
        var early = At(IdeaStep.Thanked).Take(Full(IdeaStep.Decided) with { Decision = IdeaDecision.No }, "handläggare", Now, Today);
        var yes = At(IdeaStep.Examined).Take(Full(IdeaStep.Decided), "handläggare", Now, Today);
        var idea = At(IdeaStep.Examined);

        var no = idea.Take(Full(IdeaStep.Decided) with { Decision = IdeaDecision.No }, "handläggare", Now, Today);
        var onward = idea.Take(Full(IdeaStep.Underway), "handläggare", Now, Today);
        var note = idea.Take(new StepTaken(IdeaStep.Decided, "Vi väntar.", Today.AddDays(9)), "handläggare", Now, Today);
        var back = idea.Take(new StepTaken(IdeaStep.Examined, "Marken ska saneras ändå.", Today.AddDays(9)), "handläggare", Now, Today);

        Assert.IsType<IdeaStepNotNext>(early.Error);
        Assert.IsType<IdeaStepNotNext>(yes.Error);
        Assert.Null(no.Value!.NextDay);
        Assert.IsType<IdeaHasEnded>(onward.Error);
        Assert.IsType<IdeaHasEnded>(note.Error);
        Assert.True(back.Value!.IsBack);
        Assert.Equal((IdeaStep.Examined, null, false), (idea.Step, idea.Decision, idea.HasEnded));
    }

    [Fact]
    public void Going_back_needs_a_reason_and_never_goes_below_the_thanks()
    {
        var idea = At(IdeaStep.Investigated);

        Assert.Equal([IdeaPart.Words], Assert.IsType<IdeaPartsWrong>(idea.Take(new StepTaken(IdeaStep.Thanked, "", Today.AddDays(3)), "handläggare", Now, Today).Error).Parts);
        Assert.IsType<IdeaStepNotNext>(idea.Take(new StepTaken(IdeaStep.Sent, "Om igen", Today.AddDays(3)), "handläggare", Now, Today).Error);
        Assert.IsType<IdeaStepNotNext>(idea.Take(new StepTaken((IdeaStep)9, "Om igen", Today.AddDays(3)), "handläggare", Now, Today).Error);
    }

    /// <summary>Lag 1989:253: Good Friday and Easter Monday do not count, nor do days between Christmas Eve and Boxing Day.</summary>
    [Theory]
    [InlineData("2026-04-02", "2026-04-13")]
    [InlineData("2026-12-21", "2026-12-30")]
    [InlineData("2026-05-30", "2026-06-05")]
    [InlineData("2026-06-01", "2026-06-08")]
    public void The_first_answer_is_due_within_five_office_days(string sent, string due) =>
        Assert.Equal(DateOnly.Parse(due, CultureInfo.InvariantCulture), IdeaLadder.AnswerBy(DateOnly.Parse(sent, CultureInfo.InvariantCulture)));

    [Fact]
    public void An_answer_is_late_from_the_day_after()
    {
        var idea = Shown();

        Assert.False(idea.IsAnswerLate(idea.DueOn!.Value));
        Assert.True(idea.IsAnswerLate(idea.DueOn.Value.AddDays(1)));
        Assert.True(idea.Take(Full(IdeaStep.Thanked) with { NextDay = Today.AddDays(1) }, "handläggare", Now, Today).IsSuccess);
        Assert.False(idea.IsAnswerLate(Today.AddDays(30)));
        Assert.True(idea.IsLate(Today.AddDays(30)));
    }

    [Fact]
    public void What_waits_or_is_refused_takes_no_steps()
    {
        var waiting = Idea.Send(Guid.CreateVersion7(), Text, mayName: false, RandomId.New(), 0, Sent, new(2026, 4, 1)).Value!;
        var refused = Shown();
        Assert.IsType<IdeaRuleMissing>(refused.Refuse(null, Moderator, Now).Error);
        Assert.True(refused.Refuse(HouseRule.Ads, Moderator, Now).IsSuccess);

        Assert.IsType<IdeaNotPublic>(waiting.Take(Full(IdeaStep.Thanked), "handläggare", Now, Today).Error);
        Assert.IsType<IdeaNotPublic>(refused.Take(Full(IdeaStep.Thanked), "handläggare", Now, Today).Error);
    }

    [Fact]
    public void What_one_has_refused_another_looks_at_again()
    {
        var idea = Shown();
        Assert.True(idea.Refuse(HouseRule.Ads, Moderator, Now).IsSuccess);

        Assert.IsType<IdeaRefusedByYou>(idea.Show(Moderator, Now).Error);
        Assert.Equal((IdeaState.Refused, HouseRule.Ads), (idea.State, idea.Rule));
        Assert.True(idea.Show(Guid.CreateVersion7(), Now).IsSuccess);
        Assert.Null(idea.RefusedById);
    }

    [Fact]
    public void An_idea_is_taken_back_before_the_decision_and_not_after()
    {
        var (early, decided) = (At(IdeaStep.Investigated), At(IdeaStep.Decided));

        Assert.True(early.Withdraw(Now).IsSuccess);
        Assert.IsType<IdeaNotWithdrawable>(early.Withdraw(Now).Error);
        Assert.IsType<IdeaNotFound>(early.Show(Moderator, Now).Error);
        Assert.IsType<IdeaNotWithdrawable>(decided.Withdraw(Now).Error);
    }

    [Fact]
    public void What_is_typed_is_cleaned_and_measured_and_holds_no_personal_number()
    {
        Assert.Equal(new IdeaText("Fler bänkar", "Vid\nån", ""), Idea.Check(new("  Fler\n\nbänkar ", "Vid\r\nån\u202E ", " ")).Value);
        Assert.Equal([IdeaPart.Title, IdeaPart.Text, IdeaPart.Place], Assert.IsType<IdeaPartsWrong>(Idea.Check(new("", " ", new string('a', 61))).Error).Parts);
        Assert.Equal([IdeaPart.Title, IdeaPart.Text], Assert.IsType<IdeaPartsWrong>(Idea.Check(new(new string('a', 91), new string('a', 2001), "")).Error).Parts);
        Assert.Equal(IdeaPart.Text, Assert.IsType<IdeaHasPersonalNumber>(Idea.Check(Text with { Text = "Jag heter 19121212-1212." }).Error).Part);
        Assert.Equal(IdeaPart.Words, Assert.IsType<IdeaHasPersonalNumber>(At(IdeaStep.Sent).Take(Full(IdeaStep.Thanked) with { Words = "121212-1212" }, "handläggare", Now, Today).Error).Part);
        Assert.IsType<TooManyIdeasWaiting>(Idea.Send(Guid.CreateVersion7(), Text, mayName: false, RandomId.New(), Idea.MostWaiting, Sent, Today).Error);
    }

    private static Idea Shown()
    {
        var idea = Idea.Send(Guid.CreateVersion7(), Text, mayName: false, RandomId.New(), 0, Sent, new(2026, 4, 1)).Value!;
        Assert.True(idea.Show(Moderator, Sent).IsSuccess);
        return idea;
    }

    private static Idea At(IdeaStep step)
    {
        var idea = Shown();
        for (var next = IdeaStep.Thanked; next <= step; next++)
        {
            Assert.Null(idea.Take(Full(next), "handläggare", Now, Today).Error);
        }

        return idea;
    }

    private static StepTaken Full(IdeaStep step) => new(step, "Så här blir det.", Today.AddDays(20), "Fler orkar gå.", "Snöröjning.", "Äldrerådet", "300 personer", "38 000 kr", "Gata och park", IdeaDecision.Yes);

    private static StepTaken Without(StepTaken full, IdeaPart part) => part switch
    {
        IdeaPart.Words => full with { Words = " " },
        IdeaPart.NextDay => full with { NextDay = Today },
        IdeaPart.For => full with { For = "" },
        IdeaPart.Against => full with { Against = "" },
        IdeaPart.Outside => full with { Outside = "" },
        IdeaPart.Use => full with { Use = "" },
        IdeaPart.Cost => full with { Cost = "" },
        IdeaPart.Responsible => full with { Responsible = "" },
        _ => full with { Decision = null },
    };

    /// <summary>Mostly whole, sometimes with something left out or a day that has passed; any step at all.</summary>
    private static StepTaken Any(Random random, DateOnly day)
    {
        var step = (IdeaStep)random.Next(0, 9);
        var full = Full(step) with { NextDay = random.Next(6) == 0 ? null : day.AddDays(random.Next(-2, 30)), Decision = (IdeaDecision?)random.Next(1, 4) };
        return random.Next(5) == 0 ? Without(full, (IdeaPart)random.Next((int)IdeaPart.Words, (int)IdeaPart.NextDay + 1)) : full;
    }
}
