using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class SurveyWeightingTests : UseCaseTest
{
    [Theory]
    [InlineData(SampleDesign.ProbabilitySample, true)]
    [InlineData(SampleDesign.TotalSurvey, false)]
    public async Task Only_a_random_sample_is_told_weighted_beside_unweighted_and_from_the_published_table(SampleDesign design, bool told)
    {
        var area = new BreakdownVariable("area", "Område", BreakdownSource.Background, [new("Centrum", "Centrum"), new("Byarna", "Byarna")], Ordered: false);
        var survey = await Data.SurveyAsync(breakdowns: [area]);
        Db.AddRange(new Population("area", "Centrum", 0, 5000, "SCB 2025"), new Population("area", "Byarna", 1, 5000, "SCB 2025"));
        await Db.SaveChangesAsync(CancellationToken);
        for (var i = 0; i < 160; i++)
        {
            Passes.Give(survey.Id, new AnswerPass(RandomId.New(), AnswerDoor.LetterCode));
            var sheet = new AnswerSheet();
            sheet.Set("nojd", new Answer([i < 100 ? i % 10 < 8 ? "3" : "1" : i % 10 < 3 ? "3" : "1"], ""));
            sheet.Set("antal", new Answer([], i < 100 ? "1" : "2"));
            Assert.True((await Use<CastBallotHandler>().HandleAsync(
                new CastBallotCommand(new DialogueSlug(DialogueKind.Survey, survey.Slug), sheet, RandomId.Bytes(16), null, null, IsNewEditKey: false), CancellationToken)).IsSuccess);
        }

        await Db.Database.ExecuteSqlAsync(
            $"UPDATE ballot SET about = jsonb_build_object('area', CASE body ->> 'antal' WHEN '1' THEN 'Centrum' ELSE 'Byarna' END)", CancellationToken);
        await Db.Database.ExecuteSqlAsync(
            $"UPDATE survey SET design = {(int)design}, closes_at = clock_timestamp(), results_at = clock_timestamp() - interval '1 hour' WHERE id = {survey.Id}", CancellationToken);
        await Services.GetRequiredService<IBallotBox>().SealAsync(survey.Id, CancellationToken);

        var nojd = (await Use<GetSurveyResultHandler>().HandleAsync(new(survey.Slug, Audience.Public), CancellationToken)).Value!.Questions.Single(q => q.Key == "nojd");

        // 80 of 100 and 18 of 60: unweighted 61 %, and 55 % in a population of as many of each.
        Assert.Equal(61, nojd.Positive!.Percent);
        Assert.Equal(told, nojd.Weighted is not null);
        if (told)
        {
            Assert.InRange(nojd.Weighted!.Share.Value, 0.5, 0.6);
            Assert.InRange(nojd.Weighted.Share.Size, 140, 160);
            Assert.Equal(("Område", "SCB 2025"), (nojd.Weighted.By, nojd.Weighted.Source));
        }
    }
}
