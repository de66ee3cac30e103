using CsCheck;
using Medborgardialog.Domain.Ballots;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class QuestionnaireTests
{
    private static readonly Questionnaire Asked = TestConsultation.Questions(Guid.CreateVersion7());

    [Fact]
    public void Choices_are_kept_in_the_order_of_the_question_without_doubles() =>
        Assert.Equal(["trad", "bank"], AnswerCheck.Check(Asked.Questions[1], ["bank", "trad", "bank"], null).Value!.Choices);

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.IsType<AnswerMissing>(AnswerCheck.Check(Asked.Questions[0], [], null).Error);
        Assert.IsType<TooManyChoices>(AnswerCheck.Check(Asked.Questions[0], ["a", "b"], null).Error);
        Assert.IsType<TooManyChoices>(AnswerCheck.Check(Asked.Questions[1], ["trad", "lek", "bank"], null).Error);
        Assert.IsType<UnknownChoice>(AnswerCheck.Check(Asked.Questions[0], ["q"], null).Error);
        Assert.Equal(5, Assert.IsType<AnswerTooLong>(AnswerCheck.Check(Asked.Questions[2], [], new string('å', 205)).Error).Over);
    }

    [Fact]
    public void A_voluntary_question_may_be_left_empty() =>
        Assert.True(AnswerCheck.Check(Asked.Questions[1], [], null).Value!.IsEmpty);

    [Fact]
    public void Text_that_turns_the_reading_order_is_cleaned() =>
        Assert.Equal("Släta\nstråk", AnswerCheck.Check(Asked.Questions[2], [], " Släta\r\n\u202Estråk\0 ").Value!.Text);

    [Fact]
    public void Every_wrong_answer_of_a_sheet_is_told_in_the_order_of_the_questions()
    {
        var sheet = new AnswerSheet();
        sheet.Set("viktigt", new Answer(["okänt"], ""));
        sheet.Set("mer", new Answer([], new string('x', 201)));

        var (_, errors) = Asked.Route.Check(sheet);

        Assert.Equal([typeof(AnswerMissing), typeof(UnknownChoice), typeof(AnswerTooLong)], errors.Select(e => e.GetType()));
    }

    [Fact]
    public void A_sheet_survives_being_written_and_read() =>
        Gen.Dictionary(Gen.String[Gen.Char['a', 'z'], 1, 8], Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 5].Array[1, 4], Gen.String[1, 40], Gen.Bool))[0, 8]
            .Sample(answers =>
            {
                var sheet = new AnswerSheet();
                foreach (var (key, (choices, text, isText)) in answers)
                {
                    sheet.Set(key, isText ? new Answer([], Whole(text)) : new Answer(choices, ""));
                }

                Assert.Equal(sheet.ToJson(), AnswerSheet.FromJson(sheet.ToJson()).ToJson());
            });

    [Fact]
    public void A_receipt_does_not_depend_on_what_was_written_in_words()
    {
        var (one, other) = (new AnswerSheet(), new AnswerSheet());
        one.Set("val", new Answer(["a"], ""));
        other.Set("val", new Answer(["a"], ""));
        other.Set("mer", new Answer([], "Mer träd"));

        Assert.Equal(one.ChoicesToJson(), other.ChoicesToJson());
    }

    [Fact]
    public void Questions_that_break_a_rule_are_refused()
    {
        var headline = Asked.Questions[0];

        Assert.IsType<HeadlineTwice>(QuestionRules.Fault([headline, headline with { Key = "annan" }]));
        Assert.IsType<ChoicesWrong>(QuestionRules.Fault([headline with { Choices = [new("a", "A")] }]));
        Assert.IsType<HeadlineNeedsOneChoice>(QuestionRules.Fault([headline with { Kind = QuestionKind.Multiple }]));
        Assert.IsType<MaxChoicesWrong>(QuestionRules.Fault([Asked.Questions[1] with { MaxChoices = 4 }]));
        Assert.IsType<QuestionTextMissing>(QuestionRules.Fault([headline with { Text = " " }]));
        Assert.Null(QuestionRules.Fault(Asked.Questions));
    }

    /// <summary>Half a surrogate pair is no text and cannot be sent by a browser.</summary>
    private static string Whole(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
