using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>The demo's users' survey before protection: the figures that its story is told with come out of the counted answers.</summary>
public class HomeCareFiguresTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    private static readonly string[] _shown = ["norr", "soder", "exempelomsorg", "provlyckan"];

    [Theory]
    [InlineData("norr", 210, 138, new[] { 84, 22, 9, 12, 11 }, new[] { 46, 33, 19 })]
    [InlineData("soder", 185, 121, new[] { 55, 21, 17, 15, 13 }, new[] { 39, 17, 8 })]
    [InlineData("exempelomsorg", 96, 64, new[] { 36, 13, 7, 3, 5 }, new[] { 20, 13, 7 })]
    [InlineData("provlyckan", 58, 37, new[] { 24, 6, 4, 1, 2 }, new[] { 11, 7, 4 })]
    [InlineData("testbacken", 14, 8, new[] { 5, 1, 1, 0, 1 }, new[] { 2, 1, 1 })]
    public async Task Each_unit_has_its_groups_and_its_voice(string unit, int invited, int answers, int[] groups, int[] voice)
    {
        var answered = await AnswersAsync();
        var mine = answered.Of(unit);

        Assert.Equal(invited, answered.Invited(unit));
        Assert.Equal(answers, mine.Count);
        Assert.Equal(groups, Ordered.Select(g => answered.InGroup(mine, g)));
        Assert.Equal(voice, new[] { "sagt", "svar", "andrat" }.Select(k => answered.Saying(mine, k)));
    }

    [Fact]
    public async Task The_total_of_the_units_that_are_shown_has_the_shares_and_intervals_of_the_report()
    {
        var answered = await AnswersAsync();
        var four = answered.Of(_shown);

        Assert.Equal(360, four.Count);
        Assert.Equal([199, 62, 37, 31, 31], Ordered.Select(g => answered.InGroup(four, g)));
        Assert.Equal([55, 17, 10, 9, 9], Ordered.Select(g => Share(answered.InGroup(four, g), 360).Percent!.Value));
        var told = answered.Saying(four, "sagt");
        Assert.Equal((116, 32, (28, 37)), (told, Share(told, 360).Percent, Ends(Share(told, 360))));
        Assert.Equal((60, (51, 69)), (Share(answered.Saying(four, "svar"), told).Percent, Ends(Share(answered.Saying(four, "svar"), told))));
        Assert.Equal((33, (25, 42)), (Share(answered.Saying(four, "andrat"), told).Percent, Ends(Share(answered.Saying(four, "andrat"), told))));
    }

    [Fact]
    public async Task Norr_and_Soder_differ_in_who_stays_gladly_and_in_who_got_an_answer()
    {
        var answered = await AnswersAsync();
        var (norr, soder) = (answered.Of("norr"), answered.Of("soder"));

        var stays = TwoShares.Compare(
            Share(answered.InGroup(norr, LoopGroup.Attached), norr.Count), Share(answered.InGroup(soder, LoopGroup.Attached), soder.Count))!;
        var got = TwoShares.Compare(
            Share(answered.Saying(norr, "svar"), answered.Saying(norr, "sagt")), Share(answered.Saying(soder, "svar"), answered.Saying(soder, "sagt")))!;

        Assert.Equal((2.48, true), (Math.Round(stays.Z, 2), stays.IsSignificant));
        Assert.Equal((2.63, true), (Math.Round(got.Z, 2), got.IsSignificant));
    }

    [Theory]
    [InlineData("stannar-garna", LoopGroup.Attached, new[] { 61, 58, 55 })]
    [InlineData("byter", LoopGroup.Leaving, new[] { 7, 9, 10 })]
    public async Task No_step_since_2022_is_established(string indicator, LoopGroup group, int[] percents)
    {
        var answered = await AnswersAsync();
        var four = answered.Of(_shown);
        var earlier = await web.ReadAsync(db => db.Set<HistoricFigure>().Where(f => f.Indicator == indicator && f.Place == "").OrderBy(f => f.Edition).ToListAsync());
        List<TrendPoint> points =
        [
            .. earlier.Select(f => new TrendPoint(f.Edition, Share((int)Math.Round(f.Share * f.Answers), f.Answers))),
            new TrendPoint("2026", Share(answered.InGroup(four, group), four.Count)),
        ];

        Assert.Equal([341, 352, 360], points.Select(p => p.Share.Denominator));
        Assert.Equal(percents, points.Select(p => p.Share.Percent!.Value));
        Assert.All(Trend.Steps(points), step => Assert.Equal(TrendVerdict.NotEstablished, step.Verdict));
    }

    [Theory]
    [InlineData("tid", new[] { 78, 63, 78, 81 })]
    [InlineData("vem", new[] { 60, 42, 56, 73 })]
    [InlineData("kontakt", new[] { 68, 55, 73, 76 })]
    [InlineData("trygg", new[] { 88, 80, 89, 95 })]
    [InlineData("bemotande", new[] { 94, 92, 97, 97 })]
    public async Task Each_statement_has_its_share_of_positive_answers(string item, int[] percents)
    {
        var answered = await AnswersAsync();

        Assert.Equal(percents, _shown.Select(u => Share(answered.Saying(answered.Of(u), "kvalitet." + item), answered.Of(u).Count).Percent!.Value));
    }

    private static readonly LoopGroup[] Ordered = [LoopGroup.Attached, LoopGroup.Voicing, LoopGroup.Leaving, LoopGroup.Captive, LoopGroup.Silent];

    private static Share Share(int part, int whole) => new(part, whole, SampleDesign.TotalSurvey);

    private static (int Lower, int Upper) Ends(Share share) =>
        ((int)Math.Round(100 * share.Interval()!.Lower), (int)Math.Round(100 * share.Interval()!.Upper));

    private async Task<Answered> AnswersAsync()
    {
        var survey = await web.ReadAsync(db => db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Slug == "hemtjanst-2026"));
        var questionnaire = await web.ReadAsync(db => db.Set<Questionnaire>().AsNoTracking().SingleAsync(q => q.DialogueId == survey.Id));
        await using var command = web.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT body::text FROM ballot WHERE consultation_id = $1");
        command.Parameters.AddWithValue(survey.Id);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var counted = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            counted.Add(Closed(questionnaire, AnswerSheet.FromJson(reader.GetString(0))));
        }

        // The counted answers have lost what they were broken down by; those that were played are the same answers and still have it.
        var ballots = HomeCareStep.Play().Answers.Select(a => new CountedBallot(a.Final, a.About, AnswerDoor.LetterCode, 0)).ToList();
        Assert.Equal(counted.Order(StringComparer.Ordinal), ballots.Select(b => Closed(questionnaire, b.Sheet)).Order(StringComparer.Ordinal));
        return new Answered(survey, questionnaire, ballots);
    }

    /// <summary>What was chosen, question by question.</summary>
    private static string Closed(Questionnaire questionnaire, AnswerSheet sheet) =>
        string.Join('|', questionnaire.Route.Steps.Where(s => !s.Question.IsText).Select(s => string.Join(',', sheet[s.Question.Key].Choices)));

    private sealed class Answered(Survey survey, Questionnaire questionnaire, IReadOnlyList<CountedBallot> ballots)
    {
        public IReadOnlyList<int> Of(params string[] units) =>
            [.. Enumerable.Range(0, ballots.Count).Where(i => units.Contains(ballots[i].About["unit"]))];

        public int? Invited(string unit) => survey.Breakdowns.Single(b => b.Key == "unit").Categories.Single(c => c.Key == unit).Invited;

        public int InGroup(IReadOnlyList<int> people, LoopGroup group) => people.Count(i => GroupOf(ballots[i].Sheet) == group);

        private LoopGroup? GroupOf(AnswerSheet sheet) => LoopGroups.Of(new LoopAnswers(
            Said(sheet, LoopMeasure.Leaves), Said(sheet, LoopMeasure.Satisfied), Said(sheet, LoopMeasure.ChooseAgain), Said(sheet, LoopMeasure.Told),
            Said(sheet, LoopMeasure.HasAlternative)));

        private bool? Said(AnswerSheet sheet, LoopMeasure measure) =>
            questionnaire.Questions.SingleOrDefault(q => q.Measures == measure) is { } question ? SurveyTabulation.IsPositive(question, sheet[question.Key]) : null;

        public int Saying(IReadOnlyList<int> people, string key)
        {
            var question = questionnaire.Route.Find(key)!.Question;
            return people.Count(i => SurveyTabulation.IsPositive(question, ballots[i].Sheet[key]) == true);
        }
    }
}
