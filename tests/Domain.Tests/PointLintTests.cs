using CsCheck;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Xunit;

namespace Medborgardialog.Domain.Tests;

public class PointLintTests
{
    private const string Plain = "Öppna biblioteket till klockan 21 på tisdagar.";

    [Theory]
    [InlineData(Plain)]
    [InlineData("Utred en anropsstyrd buss på fredagar.")]
    [InlineData("Informerar om byte av utförare på finska och svenska.")]
    [InlineData("Inför en gräns på två arbetsdagar för att öka tryggheten och minska oron.")]
    [InlineData("Mät avtalad tid varje månad i alla enheter.")]
    [InlineData("Bygg fler bänkar och stöd för cyklar vid torget.")]
    [InlineData("Gör det möjligt att boka tid på nätet.")]
    [InlineData("Ordna en kväll för äldre ungdomar på Norra Lund.")]
    public void A_plain_point_gets_no_hint(string weDo) => Assert.Empty(Lint(Point(weDo)));

    [Theory]
    [InlineData("Bygg om torget enligt förslaget från i våras.", PointRule.AsProposed, "enligt förslaget")]
    [InlineData("Bygg om torget enligt förvaltningens förslag.", PointRule.AsProposed, "enligt förvaltningens förslag")]
    [InlineData("Öppna biblioteket, se bilaga.", PointRule.AsProposed, "se bilaga")]
    [InlineData("Gör det.", PointRule.NotAlone, "Gör det.")]
    [InlineData("Genomför detta under hösten.", PointRule.NotAlone, "detta")]
    [InlineData("Se till att skolan får den.", PointRule.NotAlone, "den.")]
    [InlineData("Öppna biblioteket på kvällen samt bygg om torget.", PointRule.SeveralMeasures, "samt")]
    [InlineData("Öppna biblioteket på kvällen och inför en senare buss.", PointRule.SeveralMeasures, "och inför")]
    [InlineData("Öppnar biblioteket på kvällen, bygger om torget.", PointRule.SeveralMeasures, ", bygger")]
    [InlineData("Öppna biblioteket på kvällen; fler lampor.", PointRule.SeveralMeasures, ";")]
    [InlineData("Öppna biblioteket på kvällen och planera en buss.", PointRule.SeveralMeasures, "och planera")]
    [InlineData("Biblioteket öppnar till klockan 21.", PointRule.NoVerbFirst, "Biblioteket")]
    [InlineData("Vi öppnar biblioteket till klockan 21.", PointRule.NoVerbFirst, "Vi")]
    [InlineData("Trygghetskamera sätts upp vid stationen.", PointRule.NoVerbFirst, "Trygghetskamera")]
    [InlineData("Låt Karin Mallberg ringa upp alla som klagar.", PointRule.PersonName, "Karin Mallberg")]
    [InlineData("Låt Zofi Exempelström ringa upp alla som klagar.", PointRule.PersonName, "Zofi Exempelström")]
    public void Each_rule_points_at_its_place(string weDo, PointRule rule, string place)
    {
        var remark = Assert.Single(Lint(Point(weDo)), r => r.Rule == rule);

        Assert.Equal((FeedbackField.WeDo, place), (remark.Field, weDo.Substring(remark.Position, remark.Length)));
        Assert.Equal($"pointLint.{rule}", remark.Key);
    }

    [Fact]
    public void A_list_is_several_measures_and_the_second_is_pointed_at()
    {
        const string List = "1. Öppna biblioteket på kvällen.\n2. Flytta busshållplatsen.";

        var remark = Assert.Single(Lint(Point(List)), r => r.Rule == PointRule.SeveralMeasures);

        Assert.Equal("\n2. ", List.Substring(remark.Position, remark.Length));
        Assert.Contains(Lint(Point("Öppna a) biblioteket b) torget på kvällen.")), r => r.Rule == PointRule.SeveralMeasures);
        Assert.DoesNotContain(Lint(Point("- Öppna biblioteket på kvällen.")), r => r.Rule == PointRule.SeveralMeasures);
    }

    [Fact]
    public void Elected_people_may_be_named_and_nobody_else_in_any_field()
    {
        var point = Point(Plain) with { Why = "Bengt  Exempelström reserverade sig.", Responsible = "Maria Demolund", YouSaid = "Anna Testsson svarar aldrig." };

        Assert.Equal(
            [FeedbackField.YouSaid, FeedbackField.Why, FeedbackField.Responsible],
            Lint(point).Where(r => r.Rule == PointRule.PersonName).Select(r => r.Field).Order());
        Assert.Equal(
            [FeedbackField.YouSaid, FeedbackField.Responsible],
            PointLint.Of(point, ["bengt exempelström"]).Where(r => r.Rule == PointRule.PersonName).Select(r => r.Field).Order());
    }

    /// <summary>A no has nothing to do; its reason is read for the rest.</summary>
    [Fact]
    public void A_no_is_not_asked_for_a_measure_and_its_reason_is_read()
    {
        var no = Point("") with { Decision = CommitteeDecision.No, When = "", Why = "Nej enligt förslaget." };

        Assert.Equal([(FeedbackField.Why, PointRule.AsProposed)], Lint(no).Select(r => (r.Field, r.Rule)));
        Assert.Contains(FeedbackField.Why, (no with { Why = "" }).Missing());
    }

    [Fact]
    public void Official_prose_is_hard_to_read_and_a_sentence_of_26_words_is_long()
    {
        const string Official = "Genomföra verksamhetsutvecklande kompetensförsörjningsinsatser avseende samverkansformer mellan förvaltningsövergripande arbetsgrupper inom organisationen.";
        var sentence = "Öppna " + string.Join(' ', Enumerable.Repeat("nu", 25)) + ".";

        Assert.Contains(Lint(Point(Official)), r => r.Rule == PointRule.HardToRead);
        Assert.Contains(Lint(Point(sentence)), r => r.Rule == PointRule.LongSentence);
        Assert.DoesNotContain(Lint(Point(sentence.Replace(" nu.", ".", StringComparison.Ordinal))), r => r.Rule == PointRule.LongSentence);
    }

    [Theory]
    [InlineData("november 2027", false)]
    [InlineData("senast i december 2027", false)]
    [InlineData("så snart som möjligt", true)]
    [InlineData("i höst", true)]
    [InlineData("", false)]
    public void A_time_has_a_year(string when, bool vague) =>
        Assert.Equal(vague, Lint(Point(Plain) with { When = when }).Any(r => r.Rule == PointRule.WhenVague));

    /// <summary>Whatever is typed, hints lie within the text they are about.</summary>
    [Fact]
    public void Hints_lie_within_their_texts()
    {
        string[] parts = ["Öppna", "och", "samt", "detta", "1.", "\n", "Karin", "Mallberg", "bygga", ",", ";", "enligt förslag", "•", "ja", ".", "åäö", "💬"];
        Gen.Int[0, parts.Length - 1].Array[0, 25].Sample(words =>
        {
            var text = string.Join(' ', words.Select(w => parts[w]));

            Assert.All(Lint(Point(text) with { Why = text, YouSaid = text }), r => Assert.True(r.Position >= 0 && r.Length > 0 && r.Position + r.Length <= text.Length || r.Field == FeedbackField.When));
        });
    }

    /// <summary>10 words in 2 sentences, 2 of them with more than six letters: 5 + 20 (by hand).</summary>
    [Fact]
    public void Lix_by_hand()
    {
        Assert.Equal(new LixReading(10, 25, 6), Lix.Of("Torget ska byggas om. Bilarna flyttas kl. 14.30 den dag."));
        Assert.Null(Lix.Of(" .\n"));
    }

    private static IReadOnlyList<PointRemark> Lint(FeedbackPoint point) => PointLint.Of(point, []);

    private static FeedbackPoint Point(string weDo) =>
        new(Guid.CreateVersion7(), null, "Öppet", "Det stänger för tidigt.", CommitteeDecision.Yes, weDo, "", "november 2027", "Bibliotekschefen");
}
