using CsCheck;
using Medborgardialog.Domain.Ballots;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class ConditionTextTests
{
    private static readonly IReadOnlyList<Question> Earlier =
    [
        Ask("sagt", QuestionKind.YesNo) with { Choices = [new("ja", "Ja"), new("nej", "Nej"), new("sagt", "Sagt förr"), new("inte", "Inte alls")] },
        Ask("skola", QuestionKind.Scale) with { Choices = [new("bra", "Bra"), new("sadar", "Så där"), new("alltid", "Alltid")] },
        Ask("besok", QuestionKind.Number) with { Decimals = 1 },
        Ask("senast", QuestionKind.Date),
        Ask("bibliotek", QuestionKind.Ranking) with { Choices = [new("a", "A"), new("b", "B")] },
        Ask("personal", QuestionKind.Battery) with { Choices = [new("ja", "Ja"), new("nej", "Nej")], Items = [new("tid", "Kommer i tid"), new("lyssnar", "Lyssnar")] },
        Ask("minst", QuestionKind.YesNo) with { Choices = [new("ja", "Ja"), new("eller", "Eller så")] },
        Ask("mer", QuestionKind.LongText),
    ];

    private static readonly Gen<Condition> Leaf = Gen.OneOf<Condition>(
        Gen.Select(Any("ja", "nej", "sagt", "inte").List[0, 3], c => (Condition)new ChoiceIs("sagt", c)),
        Gen.Select(Any("bra", "sadar", "alltid").List[0, 3], c => (Condition)new ChoiceIs("skola", c)),
        Gen.Select(Any("ja", "eller").List[1, 2], c => (Condition)new ChoiceIs("minst", c)),
        Gen.Select(Any("ja", "nej").List[1, 2], c => (Condition)new ChoiceIs("personal.tid", c)),
        Gen.Select(Any("sagt", "besok", "senast", "bibliotek", "minst", "personal.lyssnar"), k => (Condition)new IsAnswered(k)),
        Gen.Select(Gen.Nullable(Gen.Int[-9, 99]), Gen.Nullable(Gen.Int[-9, 99]), (f, t) => (Condition)new NumberIs("besok", f / 2m, t / 2m)),
        Gen.Select(Gen.Nullable(Gen.Int[1, 700000]), Gen.Nullable(Gen.Int[1, 700000]), (f, t) => (Condition)new DateIs("senast", Day(f), Day(t))));

    private static readonly Gen<Condition> Tree = Gen.Recursive<Condition>((depth, inner) => depth > 4
        ? Leaf
        : Gen.Frequency(
            (3, Leaf),
            (2, inner.List[0, 3].Select(c => (Condition)new AllOf(c))),
            (2, inner.List[0, 3].Select(c => (Condition)new AnyOf(c))),
            (1, inner.Select(c => (Condition)new Not(c)))));

    [Theory]
    [InlineData("sagt är ja")]
    [InlineData("skola är bra eller sadar")]
    [InlineData("besok minst 3")]
    [InlineData("besok högst 10,5")]
    [InlineData("besok mellan -1 och 3")]
    [InlineData("senast från 2026-01-02")]
    [InlineData("bibliotek besvarad")]
    [InlineData("personal.tid är ja och (sagt är nej eller besok minst 1)")]
    [InlineData("inte (sagt är ja och skola är bra)")]
    [InlineData("sagt är ja eller skola är bra eller alltid")]
    [InlineData("sagt är sagt eller sagt är ja")]
    [InlineData("7 är eller eller ja")]
    public void What_is_read_is_written_in_the_same_words(string text)
    {
        var read = ConditionText.Parse(text, Earlier);

        Assert.True(read.IsSuccess, read.Error?.Code);
        Assert.Equal(text, ConditionText.Write(read.Value, Earlier));
    }

    [Theory]
    [InlineData("1 är Ja", "sagt är ja")]
    [InlineData("SAGT ÄR JA OCH 3 minst 3", "sagt är ja och besok minst 3")]
    [InlineData("2 är \"så där\"", "skola är sadar")]
    [InlineData("senast efter 2026-01-01", "senast från 2026-01-02")]
    [InlineData("senast före 2026-01-01", "senast till 2025-12-31")]
    [InlineData("6.tid är nej", "personal.tid är nej")]
    [InlineData("((sagt är ja))", "sagt är ja")]
    [InlineData("sagt är inte eller inte (skola är bra)", "sagt är inte eller inte (skola är bra)")]
    public void Numbers_labels_and_other_ways_to_say_the_same_are_understood(string text, string plain)
    {
        var read = ConditionText.Parse(text, Earlier);

        Assert.True(read.IsSuccess, read.Error?.Code);
        Assert.Equal(plain, ConditionText.Write(read.Value, Earlier));
    }

    [Theory]
    [InlineData("", typeof(ConditionTestExpected), 1)]
    [InlineData("sagt är ja och", typeof(ConditionTestExpected), 15)]
    [InlineData("sagt är ja och är nej", typeof(ConditionTestExpected), 16)]
    [InlineData("okand är ja", typeof(ConditionQuestionUnknown), 1)]
    [InlineData("9 är ja", typeof(ConditionQuestionUnknown), 1)]
    [InlineData("personal.annan är ja", typeof(ConditionQuestionUnknown), 1)]
    [InlineData("personal är ja", typeof(ConditionStatementExpected), 1)]
    [InlineData("mer besvarad", typeof(ConditionAsksForText), 1)]
    [InlineData("sagt minst 3", typeof(ConditionVerbExpected), 6)]
    [InlineData("sagt", typeof(ConditionVerbExpected), 5)]
    [InlineData("besok från 3", typeof(ConditionVerbExpected), 7)]
    [InlineData("sagt är kanske", typeof(ConditionChoiceUnknown), 9)]
    [InlineData("sagt är ja eller kanske", typeof(ConditionQuestionUnknown), 18)]
    [InlineData("besok minst tre", typeof(ConditionNumberExpected), 13)]
    [InlineData("besok mellan 1 3", typeof(ConditionAndExpected), 16)]
    [InlineData("senast efter 3/2", typeof(ConditionDayExpected), 14)]
    [InlineData("inte sagt är ja", typeof(ConditionOpeningExpected), 6)]
    [InlineData("(sagt är ja", typeof(ConditionClosingExpected), 12)]
    [InlineData("sagt är ja)", typeof(ConditionEndExpected), 11)]
    [InlineData("sagt är ja skola är bra", typeof(ConditionEndExpected), 12)]
    public void An_error_says_what_was_expected_and_where(string text, Type error, int position)
    {
        var wrong = Assert.IsAssignableFrom<ConditionUnreadable>(ConditionText.Parse(text, Earlier).Error);

        Assert.Equal((error, position), (wrong.GetType(), wrong.Position));
    }

    [Fact]
    public void Parentheses_without_end_are_refused_and_not_followed_down()
    {
        var wrong = ConditionText.Parse(new string('(', 1900), Earlier).Error;

        Assert.IsType<ConditionTooDeep>(wrong);
    }

    [Fact]
    public void Any_tree_comes_back_as_it_was_in_its_simplest_form() => Tree.Sample(
        tree =>
        {
            var plain = ConditionText.Plain(tree);
            var text = ConditionText.Write(tree, Earlier);

            var read = ConditionText.Parse(text, Earlier);

            if (plain.Depth > Condition.MaxDepth || text.Length > ConditionText.MaxLength)
            {
                Assert.IsType<ConditionTooDeep>(read.Error);
                return;
            }

            Assert.True(read.IsSuccess, $"{text}: {read.Error}");
            Assert.Equal(Json(plain), Json(read.Value));
        },
        iter: 5_000);

    [Fact]
    public void The_simplest_form_asks_the_same_of_every_answer() => Gen.Select(Tree, Sheet).Sample(
        (tree, sheet) =>
        {
            bool Asked(Condition condition) => Route.Of([.. Earlier, Ask("sist", QuestionKind.ShortText) with { ShowIf = condition }]).Shown(sheet)[^1];

            Assert.Equal(Asked(tree), Asked(ConditionText.Plain(tree)));
        },
        iter: 5_000);

    private static Gen<AnswerSheet> Sheet => Gen.Select(
        Any("", "ja", "nej", "inte"), Any("", "bra", "alltid"), Any("", "-2", "3.5", "40"), Any("", "0900-05-01", "2026-01-02"),
        (sagt, skola, besok, senast) =>
        {
            var sheet = new AnswerSheet();
            sheet.Set("sagt", new Answer(sagt.Length == 0 ? [] : [sagt], ""));
            sheet.Set("skola", new Answer(skola.Length == 0 ? [] : [skola], ""));
            sheet.Set("besok", new Answer([], besok));
            sheet.Set("senast", new Answer([], senast));
            return sheet;
        });

    private static Gen<string> Any(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static DateOnly? Day(int? number) => number is { } n ? DateOnly.FromDayNumber(n) : null;

    private static string Json(Condition condition) => QuestionDescription.Of(condition).ToJsonString();

    private static Question Ask(string key, QuestionKind kind) => new() { Key = key, Kind = kind, Section = key, Text = key + "?" };
}
