using System.Text;
using CsCheck;
using Medborgardialog.Application.Surveys.Import;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class LssReaderTests
{
    private static readonly LssText Old = new(Old: true);
    private static readonly LssText New = new(Old: false);

    [Theory]
    [InlineData("L", QuestionKind.Single)]
    [InlineData("!", QuestionKind.Single)]
    [InlineData("5", QuestionKind.Scale)]
    [InlineData("Y", QuestionKind.YesNo)]
    [InlineData("G", QuestionKind.Single)]
    [InlineData("R", QuestionKind.Ranking)]
    [InlineData("M", QuestionKind.Multiple)]
    [InlineData("N", QuestionKind.Number)]
    [InlineData("S", QuestionKind.ShortText)]
    [InlineData("T", QuestionKind.LongText)]
    [InlineData("U", QuestionKind.LongText)]
    [InlineData("D", QuestionKind.Date)]
    [InlineData("A", QuestionKind.Battery)]
    [InlineData("B", QuestionKind.Battery)]
    [InlineData("C", QuestionKind.Battery)]
    [InlineData("E", QuestionKind.Battery)]
    [InlineData("F", QuestionKind.Battery)]
    [InlineData("H", QuestionKind.Battery)]
    public void Each_type_that_is_one_question_stays_one_in_old_and_new_files(string type, QuestionKind kind)
    {
        foreach (var file in new[] { Old, New })
        {
            var survey = Read(file.Survey(file.Question("10", type, "Q_One", "What?", parts: ["A1", "A2", "A3"])));

            var question = Assert.Single(survey.Questions);
            Assert.Equal((kind, "q-one", "What?", "Group one"), (question.Kind, question.Key, question.Text, question.Section));
        }
    }

    [Theory]
    [InlineData("O", "q:Single q-comment:LongText")]
    [InlineData("P", "q:Multiple q-a1-comment:ShortText q-a2-comment:ShortText")]
    [InlineData("K", "q-a1:Number q-a2:Number")]
    [InlineData("Q", "q-a1:ShortText q-a2:ShortText")]
    [InlineData("1", "q-a:Battery q-b:Battery")]
    [InlineData(";", "q-a1-x:ShortText q-a1-y:ShortText q-a2-x:ShortText q-a2-y:ShortText")]
    [InlineData(":", "q-x:Battery q-y:Battery")]
    public void Types_that_ask_several_things_become_several_questions(string type, string expected)
    {
        foreach (var file in new[] { Old, New })
        {
            var survey = Read(file.Survey(file.Question("10", type, "q", "What?", parts: ["A1", "A2"], columns: type == "1" ? [] : ["X", "Y"])));

            Assert.Equal(expected, string.Join(' ', survey.Questions.Select(q => $"{q.Key}:{q.Kind}")));
        }
    }

    [Theory]
    [InlineData("|", "import.typeLeft")]
    [InlineData("*", "import.typeLeft")]
    [InlineData("I", "import.typeLeft")]
    [InlineData("X", "import.displayLeft")]
    public void What_cannot_be_asked_is_listed(string type, string code)
    {
        var survey = Read(New.Survey(New.Question("10", type, "q", "What?")));

        Assert.Empty(survey.Questions);
        Assert.Contains(survey.Differences, d => d.Code == code && d.Where == "Group one / q");
    }

    [Fact]
    public void Other_is_a_choice_and_a_text_that_is_asked_after_it()
    {
        var survey = Read(New.Survey(New.Question("10", "L", "q", "What?", parts: ["A1", "A2"], other: "Y")));

        Assert.Equal(["a1", "a2", "oth"], survey.Questions[0].Choices.Select(c => c.Key));
        Assert.Equal("oth", Assert.Single(Assert.IsType<ChoiceIs>(survey.Questions[1].ShowIf).Choices));
    }

    [Fact]
    public void A_display_becomes_the_hint_of_the_next_question()
    {
        var survey = Read(New.Survey(New.Question("10", "X", "x", "Read this.") + New.Question("11", "S", "q", "What?")));

        Assert.Equal("Read this.", survey.Questions[0].Hint);
        Assert.Contains(survey.Differences, d => d.Code == "import.displayAsHint" && d.Arguments.SequenceEqual(["q"]));
    }

    [Theory]
    [InlineData("<p>Hej&nbsp;du</p><p>och <b>du</b></p>", "Hej du\n\noch du")]
    [InlineData("Se <a href='https://example.org/a?b=1&amp;c'>sidan</a>.", "Se sidan (https://example.org/a?b=1&c).")]
    [InlineData("<a href='javascript:alert(1)'>sidan</a>", "sidan")]
    [InlineData("a < b <br/>och &lt;c&gt;", "a < b\noch <c>")]
    [InlineData("<script>alert('x')</script>Kvar<style>p{}</style>", "Kvar")]
    [InlineData("ej slut <p", "ej slut <p")]
    public void Texts_become_plain(string html, string plain) =>
        Assert.Equal(plain, Read(New.Survey(New.Question("10", "S", "q", html))).Questions[0].Text);

    [Fact]
    public void Choices_beyond_what_a_question_holds_are_split_or_asked_in_words()
    {
        string[] many = [.. Enumerable.Range(1, 45).Select(i => $"A{i}")];

        var ticks = Read(New.Survey(New.Question("10", "M", "q", "What?", parts: many)));
        var list = Read(New.Survey(New.Question("10", "L", "q", "What?", parts: many)));
        var battery = Read(New.Survey(New.Question("10", "A", "q", "What?", parts: many)));

        Assert.Equal([20, 20, 5], ticks.Questions.Select(q => q.Choices.Count));
        Assert.Equal(QuestionKind.LongText, Assert.Single(list.Questions).Kind);
        Assert.Contains("A45", Assert.Single(list.Differences, d => d.Code == "import.choicesInWords").Arguments[1], StringComparison.Ordinal);
        Assert.Equal([40, 5], battery.Questions.Select(q => q.Items.Count));
    }

    [Fact]
    public void A_survey_beyond_what_a_dialogue_holds_keeps_the_first_questions_and_lists_the_rest()
    {
        var survey = Read(New.Survey(string.Concat(Enumerable.Range(1, 210).Select(i => New.Question($"{1000 + i}", "S", $"q{i}", "What?")))));

        Assert.Equal(QuestionRules.MaxQuestions, survey.Questions.Count);
        Assert.Equal(10, survey.Differences.Count(d => d.Code == "import.tooManyQuestions"));
    }

    [Theory]
    [InlineData("", typeof(LssEmpty))]
    [InlineData("  \n", typeof(LssEmpty))]
    [InlineData("<document><rows>", typeof(LssNotXml))]
    [InlineData("not xml", typeof(LssNotXml))]
    [InlineData("<html><body/></html>", typeof(LssNotASurvey))]
    [InlineData("<document><LimeSurveyDocType>Group</LimeSurveyDocType></document>", typeof(LssNotASurvey))]
    [InlineData("<?xml version='1.0' encoding='no-such'?><document/>", typeof(LssEncodingWrong))]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;&b;'>]><document>&d;</document>", typeof(LssDoctypeRefused))]
    [InlineData("<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>", typeof(LssTooDeep))]
    public void What_is_no_survey_is_refused_by_name(string text, Type error) =>
        Assert.IsType(error, LssReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Error);

    [Fact]
    public void Bytes_that_are_not_in_the_encoding_are_refused() =>
        Assert.IsType<LssEncodingWrong>(LssReader.Read(new MemoryStream(Encoding.Latin1.GetBytes("<document>åäö</document>"))).Error);

    [Fact]
    public void A_file_of_more_than_twenty_megabytes_is_refused() =>
        Assert.Equal(new LssTooLarge(20), LssReader.Read(new MemoryStream(new byte[20 * 1024 * 1024 + 1])).Error);

    /// <summary>Whatever is exchanged in a file, the questions obey the rules, or the file is refused by name.</summary>
    [Fact]
    public void No_change_of_a_file_gives_questions_that_break_the_rules()
    {
        string[] pieces = ["L", "M", ":", "1", "X", "A1", "-", "", "Y", "N", "0", "-5", "999", "q1", "q2 == \"Y\"", "!is_empty(q1)", "åäö", "<br>", "q1_A1 == \"Y\"", "sv", "{x}"];
        var source = string.Concat(LssText.Types.Select((t, i) => New.Question($"{100 + i}", $"{t}", $"q{i}", "What?", ["A1", "A2"], ["X"], "Y", i % 2 == 0 ? "" : $"q{i - 1} == \"Y\"")));
        var file = New.Survey(source).Split("]]>");

        Gen.Select(Gen.Int[0, file.Length - 2], Gen.Int[0, pieces.Length - 1].Select(i => pieces[i])).Array[1, 30].Sample(
            changes =>
            {
                var changed = (string[])file.Clone();
                foreach (var (place, piece) in changes)
                {
                    changed[place] = changed[place][..(changed[place].LastIndexOf("[CDATA[", StringComparison.Ordinal) + 7)] + piece;
                }

                var read = LssReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Join("]]>", changed))));
                return read.IsSuccess ? QuestionRules.Fault(read.Value.Questions) is null : read.Error is RuleError;
            },
            iter: 2000);
    }

    internal static ImportedSurvey Read(string file)
    {
        var read = LssReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(file)));
        Assert.True(read.IsSuccess, read.Error?.Code);
        Assert.Null(QuestionRules.Fault(read.Value.Questions));
        return read.Value;
    }
}
