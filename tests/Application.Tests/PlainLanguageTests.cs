using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class PlainLanguageTests
{
    [Fact]
    public void Lix_is_words_per_sentence_plus_the_percentage_of_long_words()
    {
        // 10 words in 2 sentences, 2 of them with more than six letters: 5 + 20.
        var hint = PlainLanguage.Of("Torget ska byggas om. Bilarna flyttas kl. 14.30 den dag.");

        Assert.Equal((10, 25, Readability.Easy), (hint!.Words, hint.Lix, hint.Level));
    }

    [Fact]
    public void Official_words_get_a_plain_one_beside_them()
    {
        var hint = PlainLanguage.Of("Samtliga boende kommer att erhålla information avseende det arbete som ska göras på torget.");

        Assert.Equal(["samtliga → alla", "erhålla → få", "avseende → om"], hint!.Replace);
    }

    [Fact]
    public void Short_texts_get_no_index() => Assert.Null(PlainLanguage.Of("Torget ska byggas om."));

    [Theory]
    [InlineData("2027-03-26")]
    [InlineData("2027-05-06")]
    [InlineData("2027-06-06")]
    [InlineData("2027-06-26")]
    [InlineData("2027-11-06")]
    [InlineData("2027-09-12")]
    public void Closing_on_a_day_off_is_advised_against(string day)
    {
        var closes = new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        var schedule = new Schedule(closes.AddDays(-30), closes.AddDays(-30), closes, closes, DateOnly.FromDateTime(closes.AddDays(60).DateTime));

        Assert.Contains("dayOff", ScheduleAdvice.For(schedule, []));
        Assert.DoesNotContain("shortTime", ScheduleAdvice.For(schedule, []));
    }
}
