using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class SurveysLifeTests : UseCaseTest
{
    [Fact]
    public async Task A_survey_is_built_sent_and_approved_by_a_second_person()
    {
        var saved = await BuildAsync();
        var sent = await Use<SendSurveyForReviewHandler>().HandleAsync(new(saved.Slug, saved.Version), CancellationToken);

        var alone = await Use<ApproveSurveyHandler>().HandleAsync(new(saved.Slug, sent.Value!.Version), CancellationToken);
        User.Id = Guid.CreateVersion7();
        var waiting = await Use<ListMySurveysHandler>().HandleAsync(new(), CancellationToken);
        var approved = await Use<ApproveSurveyHandler>().HandleAsync(new(saved.Slug, sent.Value.Version), CancellationToken);
        var late = await Use<SetSurveyChannelsHandler>().HandleAsync(new(saved.Slug, approved.Value!.Version, "Nytt", ""), CancellationToken);

        Assert.IsType<SurveyNeedsSecondPerson>(alone.Error);
        Assert.True(Assert.Single(waiting.Value!).ICanApprove);
        Assert.IsType<SurveyFrozen>(late.Error);
        var survey = await Db.Set<Survey>().AsNoTracking().SingleAsync(CancellationToken);
        Assert.Equal((SurveyState.Published, 64), (survey.State, survey.ManifestHash!.Length));
        Assert.Contains("Omsorgsnämnden", survey.ManifestJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_back_tells_why_and_a_change_takes_it_out_of_review()
    {
        var saved = await BuildAsync();
        saved = (await Use<SendSurveyForReviewHandler>().HandleAsync(new(saved.Slug, saved.Version), CancellationToken)).Value!;

        var silent = await Use<SendBackSurveyHandler>().HandleAsync(new(saved.Slug, saved.Version, " "), CancellationToken);
        saved = (await Use<SendBackSurveyHandler>().HandleAsync(new(saved.Slug, saved.Version, "Fråga 1 leder."), CancellationToken)).Value!;
        var mine = await Use<ListMySurveysHandler>().HandleAsync(new(), CancellationToken);
        saved = (await Use<SendSurveyForReviewHandler>().HandleAsync(new(saved.Slug, saved.Version), CancellationToken)).Value!;
        saved = (await Use<SetSurveyLanguagesHandler>().HandleAsync(new(saved.Slug, saved.Version, ["fi"]), CancellationToken)).Value!;
        var approved = await Use<ApproveSurveyHandler>().HandleAsync(new(saved.Slug, saved.Version), CancellationToken);

        Assert.IsType<SurveyReasonMissing>(silent.Error);
        Assert.Equal("Fråga 1 leder.", Assert.Single(mine.Value!).Returned);
        Assert.IsType<SurveyWrongPhase>(approved.Error);
    }

    [Fact]
    public async Task A_running_survey_is_paused_resumed_postponed_and_cancelled_each_with_a_reason()
    {
        User.Roles.Add(Role.Officer);
        var survey = await Data.SurveyAsync();
        var closes = TimeProvider.System.GetUtcNow().Date.AddDays(5).AddHours(12);

        var silent = await Use<PauseSurveyHandler>().HandleAsync(new(survey.Slug, survey.Version, ""), CancellationToken);
        var saved = (await Use<PauseSurveyHandler>().HandleAsync(new(survey.Slug, survey.Version, "Fel i fråga 2"), CancellationToken)).Value!;
        saved = (await Use<ResumeSurveyHandler>().HandleAsync(new(saved.Slug, saved.Version, null, "Rättat"), CancellationToken)).Value!;
        saved = (await Use<PostponeSurveyHandler>().HandleAsync(new(saved.Slug, saved.Version, closes, "Posten var sen"), CancellationToken)).Value!;
        var earlier = await Use<PostponeSurveyHandler>().HandleAsync(new(saved.Slug, saved.Version, closes.AddDays(-4), "Ångrade oss"), CancellationToken);
        await Use<CancelSurveyHandler>().HandleAsync(new(saved.Slug, saved.Version, "Fel lista"), CancellationToken);

        Assert.IsType<SurveyReasonMissing>(silent.Error);
        Assert.IsType<SurveyTimesWrong>(earlier.Error);
        Assert.Equal(SurveyState.Cancelled, await Db.Set<Survey>().AsNoTracking().Select(s => s.State).SingleAsync(CancellationToken));
        Assert.Equal(
            ["survey.paused: Fel i fråga 2", "survey.resumed: Rättat", "survey.postponed: Posten var sen", "survey.cancelled: Fel lista"],
            await Db.Set<AuditEntry>().Where(a => a.SubjectId == survey.Id).OrderBy(a => a.Id).Select(a => $"{a.Action}: {a.Reason}").ToListAsync(CancellationToken));
    }

    [Fact]
    public async Task A_wording_that_differs_from_the_edition_before_is_restored_or_the_comparison_is_broken_with_a_note()
    {
        var programme = new Programme("trygghet", "Trygghet");
        var saved = await BuildAsync();
        Db.AddRange(programme, new HistoricFigure(programme.Id, "trygg", "", "2024", 0.5, 100, "Är du trygg när personalen kommer?", "Enkät 2024", SampleDesign.TotalSurvey));
        await Db.SaveChangesAsync(CancellationToken);
        saved = (await Use<WriteSurveyTextsHandler>().HandleAsync(
            new(saved.Slug, saved.Version, "Hur är hemtjänsten?", "", "Nämnden vill veta.", "", "", programme.Id, "2026"), CancellationToken)).Value!;
        saved = (await Use<WriteSurveyQuestionHandler>().HandleAsync(
            new(saved.Slug, saved.Version, "fraga", Trygg with { Indicator = "trygg" }), CancellationToken)).Value!;

        var changed = await BrokenAsync(saved);
        saved = (await Use<RestoreWordingHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga"), CancellationToken)).Value!;
        var restored = await BrokenAsync(saved);
        saved = (await Use<WriteSurveyQuestionHandler>().HandleAsync(
            new(saved.Slug, saved.Version, "fraga", Trygg with { Indicator = "trygg" }), CancellationToken)).Value!;
        var silent = await Use<BreakComparisonHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga", ""), CancellationToken);
        saved = (await Use<BreakComparisonHandler>().HandleAsync(new(saved.Slug, saved.Version, "fraga", "Ny fråga om hela dygnet"), CancellationToken)).Value!;
        var broken = await BrokenAsync(saved);

        Assert.Equal(("2024", "Är du trygg när personalen kommer?"), (changed!.Edition, changed.Text));
        Assert.Null(restored);
        Assert.IsType<BreakNoteMissing>(silent.Error);
        Assert.Null(broken);
        Assert.Equal("Ny fråga om hela dygnet", (await Db.Set<Questionnaire>().AsNoTracking().SingleAsync(CancellationToken)).Questions[0].BreakNote);
    }

    private static SurveyQuestionText Trygg => new(
        QuestionKind.YesNo, "Trygg", "Är du trygg?", "", Required: true, Headline: true, 1, [new("Ja", Positive: true), new("Nej"), new("Vet inte", OutsideBase: true)], [],
        null, null, 0, "", PlaceForm.List, null, null, "", [], new Dictionary<string, LanguageLines>(StringComparer.Ordinal));

    private async Task<EarlierWording?> BrokenAsync(SurveySaved saved)
    {
        var view = (await Use<GetSurveyBuilderHandler>().HandleAsync(new(saved.Slug), CancellationToken)).Value!;
        return view.Broken(view.Questionnaire.Questions[0]);
    }

    /// <summary>A draft with everything in place.</summary>
    private async Task<SurveySaved> BuildAsync()
    {
        User.Roles.Add(Role.Officer);
        var committee = new Committee("omsorg", "Omsorgsnämnden", "ON");
        Db.Add(committee);
        await Db.SaveChangesAsync(CancellationToken);
        var opens = TimeProvider.System.GetUtcNow().Date.AddDays(7).AddHours(8);
        var saved = (await Use<CreateSurveyHandler>().HandleAsync(new("Hur är hemtjänsten?", ""), CancellationToken)).Value!;
        saved = (await Use<WriteSurveyTextsHandler>().HandleAsync(new(saved.Slug, saved.Version, "Hur är hemtjänsten?", "", "Nämnden vill veta.", "", "", null, ""), CancellationToken)).Value!;
        saved = (await Use<WriteSurveyQuestionHandler>().HandleAsync(new(saved.Slug, saved.Version, "", Trygg), CancellationToken)).Value!;
        saved = (await Use<SetSurveyWhoHandler>().HandleAsync(
            new(saved.Slug, saved.Version, "Alla", AssuranceLevel.None, AnswerMode.Confidential, false, SampleDesign.Open, null, null, false), CancellationToken)).Value!;
        saved = (await Use<SetSurveyCommitteeHandler>().HandleAsync(new(saved.Slug, saved.Version, committee.Id, "Lena", "0980-319 200"), CancellationToken)).Value!;
        saved = (await Use<SetSurveyTimesHandler>().HandleAsync(
            new(saved.Slug, saved.Version, opens, opens.AddDays(21), opens.AddDays(22), DateOnly.FromDateTime(opens.AddDays(60))), CancellationToken)).Value!;
        return (await Use<SetSurveyChannelsHandler>().HandleAsync(new(saved.Slug, saved.Version, "Ring så skriver vi.", "Vi räknar svaren."), CancellationToken)).Value!;
    }
}
