using System.Text;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Exports;
using Medborgardialog.Application.Frames;
using Medborgardialog.Application.Registration;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>Questions that some units ask beside the core (N4), from the builder to the export, and what else keeps a survey from being published.</summary>
public class SurveyAddOnTests : UseCaseTest
{
    [Fact]
    public async Task The_code_tells_the_unit_and_only_what_that_unit_asks_is_asked_and_stored()
    {
        var (survey, person, code) = await Data.SurveyByCodeAsync("hemtjanst", breakdowns: [TestData.Units], questions: TestData.WithAddOns);
        var opened = (await Use<OpenDialogueWithCodeHandler>().HandleAsync(new(code.Shown, false), CancellationToken)).Value!;
        Passes.Give(survey.Id, new AnswerPass(person.Id, AnswerDoor.LetterCode, Unit: opened.Unit));

        var missing = await CastAsync(survey, ("nojd", "3"));
        var own = await CastAsync(survey, ("nojd", "3"), ("maten", "bra"));
        await CastAsOtherAsync(survey, "soder", ("nojd", "3"), ("maten", "daligt"), ("portioner", "3"), ("onskan", "Paltbröd"));
        await CastAsOtherAsync(survey, null, ("nojd", "3"), ("maten", "daligt"));

        Assert.Equal("norr", opened.Unit);
        Assert.Equal("maten", Assert.IsType<AnswerMissing>(missing.Error).QuestionKey);
        Assert.True(own.IsSuccess);
        Assert.Single(await Db.Database.SqlQuery<string>($"SELECT body::text AS \"Value\" FROM ballot WHERE body ?| ARRAY['maten','portioner','onskan']").ToListAsync(CancellationToken));
        Assert.Equal(3, await Db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM ballot").SingleAsync(CancellationToken));
    }

    [Fact]
    public async Task What_a_unit_asked_is_told_under_that_unit_alone_and_then_leaves_the_answers()
    {
        var survey = await Data.AnsweredAddOnsAsync();

        var result = (await Use<GetSurveyResultHandler>().HandleAsync(new(survey.Slug, Audience.Public), CancellationToken)).Value!;
        var tables = await WriteAsync(Use<ExportSurveyTablesHandler>().HandleAsync(new(result, TableFormat.Csv), CancellationToken));

        Assert.DoesNotContain(result.Questions, q => TestData.WithAddOns.Any(a => a.IsAddOn && a.Key == q.Key));
        var maten = result.AddOns.Single(q => q.Key == "maten");
        var line = Assert.Single(Assert.Single(maten.Tables).Lines);
        Assert.Equal(["Hemtjänst Norr"], line.Names);
        Assert.Empty(maten.Choices);
        Assert.Equal(0, maten.Base);
        Assert.InRange(line.Size, 58, 62);
        Assert.True(line.Positive is { IsShown: true, Value: > 0.5 and < 0.7 });
        Assert.Equal(4, Assert.Single(result.AddOns.Single(q => q.Key == "portioner").Numbers).Median);
        Assert.Equal(48, result.AddOns.Single(q => q.Key == "onskan").Texts);
        Assert.All(result.Questions, q => Assert.True(q.States is not { RoutedAway: > 0 } || q.Key == "svar"));
        Assert.Contains("Hemtjänst Norr", tables, StringComparison.Ordinal);
        Assert.Empty(await Db.Database.SqlQuery<string>(
            $"SELECT body::text AS \"Value\" FROM ballot WHERE body ?| ARRAY['maten','portioner'] OR first_choices ? 'maten' OR about IS NOT NULL").ToListAsync(CancellationToken));
    }

    [Theory]
    [InlineData(AnswerMode.Confidential, false)]
    [InlineData(AnswerMode.Open, true)]
    public async Task A_row_says_which_unit_asked_only_where_it_says_the_unit_anyway(AnswerMode mode, bool told)
    {
        var survey = await Data.AnsweredAddOnsAsync(mode);
        User.Roles.Add(Role.Officer);

        var rows = (await WriteAsync(Use<ExportSurveyRowsHandler>().HandleAsync(new(survey.Slug, TableFormat.Csv), CancellationToken))).Split("\r\n");
        var codebook = await WriteAsync(Use<ExportSurveyRowsHandler>().HandleAsync(new(survey.Slug, TableFormat.Csv, Codebook: true), CancellationToken));

        Assert.Equal(told, rows[0].Contains("maten", StringComparison.Ordinal));
        Assert.Equal(told, rows[0].Contains("@unit", StringComparison.Ordinal));
        Assert.Equal(told, codebook.Split("\r\n").Any(l => l.Contains("maten", StringComparison.Ordinal) && l.Contains("Hemtjänst Norr", StringComparison.Ordinal)));
        Assert.Equal(92, rows.Count(r => r.Length > 0));
    }

    [Fact]
    public async Task A_unit_of_few_is_told_of_by_the_stricter_class_and_its_texts_are_not_read_at_all()
    {
        var units = TestData.Units with { Categories = [new("norr", "Hemtjänst Norr", 99), new("soder", "Hemtjänst Söder", 200)] };
        var survey = await Data.AnsweredAddOnsAsync(units: units);
        User.Roles.Add(Role.Officer);

        var result = (await Use<GetSurveyResultHandler>().HandleAsync(new(survey.Slug, Audience.Public), CancellationToken)).Value!;
        var written = (await Use<ReadWrittenAnswersHandler>().HandleAsync(new(survey.Slug), CancellationToken)).Value!;

        var line = Assert.Single(Assert.Single(result.AddOns.Single(q => q.Key == "maten").Tables).Lines);
        Assert.InRange(line.Size, 56, 64);
        Assert.Equal(0, line.Size % 5);
        Assert.Empty(written.Questions.Single(q => q.Key == "onskan").Answers);
        Assert.NotEmpty(written.Questions.Single(q => q.Key == "mer").Answers);
    }

    [Fact]
    public async Task The_builder_keeps_the_core_first_and_names_what_is_wrong()
    {
        User.Roles.Add(Role.Officer);
        var saved = (await Use<CreateSurveyHandler>().HandleAsync(new("Hur är hemtjänsten?", ""), CancellationToken)).Value!;
        saved = (await Use<WriteSurveyTextsHandler>().HandleAsync(new(saved.Slug, saved.Version, "Hur är hemtjänsten?", "", "Vi vill veta", "", "Hemtjänst", null, ""), CancellationToken)).Value!;
        saved = (await WriteAsync(saved, "", Text("Maten?", "norr"))).Value!;
        saved = (await WriteAsync(saved, "", Text("Nöjd?"))).Value!;

        var order = (await Db.Set<Questionnaire>().AsNoTracking().SingleAsync(CancellationToken)).Questions;
        var moved = await Use<MoveSurveyQuestionHandler>().HandleAsync(new(saved.Slug, saved.Version, order[1].Key, -1), CancellationToken);
        var headline = await WriteAsync(saved, order[1].Key, Text("Maten?", "norr") with { Headline = true });
        Db.ChangeTracker.Clear();
        var unknown = await Use<SendSurveyForReviewHandler>().HandleAsync(new(saved.Slug, saved.Version), CancellationToken);
        saved = (await Use<DeclareBreakdownsHandler>().HandleAsync(new(saved.Slug, saved.Version, [TestData.Units]), CancellationToken)).Value!;
        var known = await Use<SendSurveyForReviewHandler>().HandleAsync(new(saved.Slug, saved.Version), CancellationToken);
        var gone = await Use<DeclareBreakdownsHandler>().HandleAsync(new(saved.Slug, saved.Version, []), CancellationToken);

        Assert.Equal(["Nöjd?", "Maten?"], order.Select(q => q.Text));
        Assert.Equal(new AddOnBeforeCore("Maten?", "Nöjd?"), moved.Error);
        Assert.Equal(new AddOnInCore("Maten?"), headline.Error);
        Assert.Equal(new AddOnUnitUnknown("Maten?", "norr"), unknown.Error);
        Assert.IsType<SurveyIncomplete>(known.Error);
        Assert.Equal(new AddOnUnitUnknown("Maten?", "norr"), gone.Error);
    }

    [Fact]
    public async Task A_paper_form_has_the_questions_of_the_unit_that_the_code_belongs_to_also_when_two_typings_differ()
    {
        var (_, _, code) = await Data.SurveyByCodeAsync("hemtjanst", breakdowns: [TestData.Units], questions: TestData.WithAddOns);
        User.Roles.Add(Role.Officer);
        await Use<BeginRegistrationHandler>().HandleAsync(new("enkater", "hemtjanst", true, false), CancellationToken);
        await Use<OpenBatchHandler>().HandleAsync(new("enkater", "hemtjanst", AnswerDoor.Paper), CancellationToken);
        var holder = (await Use<StartFormHandler>().HandleAsync(new("enkater", "hemtjanst", 1, code.Shown, false), CancellationToken)).Value!.Holder;

        var left = (await Use<CheckFormHandler>().HandleAsync(new("enkater", "hemtjanst", Sheet(("nojd", "3")), holder.Unit), CancellationToken)).Value!;
        var other = (await Use<CheckFormHandler>().HandleAsync(new("enkater", "hemtjanst", Sheet(("nojd", "3"), ("maten", "bra")), "soder"), CancellationToken)).Value!;
        await RegisterAsync(holder, "bra");
        User.Id = Guid.CreateVersion7();
        var second = (await RegisterAsync(holder, "daligt")).Value!;
        Db.ChangeTracker.Clear();
        var decided = await Use<DecideEntryHandler>().HandleAsync(
            new("enkater", "hemtjanst", second.EntryId!.Value, new Dictionary<string, bool> { ["maten"] = false }, RandomId.Bytes(16)), CancellationToken);

        Assert.Equal("norr", holder.Unit);
        Assert.Equal("maten", Assert.IsType<AnswerMissing>(Assert.Single(left.Errors)).QuestionKey);
        Assert.Equal("maten", Assert.Single(other.Ignored).Question.Key);
        Assert.True(decided.IsSuccess, decided.Error?.ToString());
        Assert.Equal(
            "daligt", await Db.Database.SqlQuery<string>($"SELECT body -> 'maten' ->> 0 AS \"Value\" FROM ballot").SingleAsync(CancellationToken));
    }

    [Fact]
    public async Task What_asks_for_an_e_ID_is_published_nowhere_where_there_is_none()
    {
        User.Roles.Add(Role.Officer);
        var saved = (await Use<CreateSurveyHandler>().HandleAsync(new("Hur är hemtjänsten?", ""), CancellationToken)).Value!;
        saved = (await Use<SetSurveyWhoHandler>().HandleAsync(
            new(saved.Slug, saved.Version, "Alla", AssuranceLevel.EId, AnswerMode.Confidential, false, SampleDesign.Open, null, null, false), CancellationToken)).Value!;

        var refused = await Use<SendSurveyForReviewHandler>().HandleAsync(new(saved.Slug, saved.Version), CancellationToken);
        var approved = await Use<ApproveSurveyHandler>().HandleAsync(new(saved.Slug, saved.Version), CancellationToken);

        Assert.IsType<EIdNotConfigured>(refused.Error);
        Assert.IsType<EIdNotConfigured>(approved.Error);
    }

    private async Task CastAsOtherAsync(Survey survey, string? unit, params (string Key, string Value)[] answers)
    {
        Passes.Give(survey.Id, new AnswerPass(RandomId.New(), AnswerDoor.LetterCode, Unit: unit));
        var cast = await CastAsync(survey, answers);
        Assert.True(cast.IsSuccess, cast.Error?.ToString());
    }

    private Task<Result<BallotCast>> CastAsync(Survey survey, params (string Key, string Value)[] answers) =>
        Use<CastBallotHandler>().HandleAsync(
            new CastBallotCommand(new DialogueSlug(DialogueKind.Survey, survey.Slug), Sheet(answers), RandomId.Bytes(16), null, null, IsNewEditKey: false), CancellationToken);

    private Task<Result<FormRegistered>> RegisterAsync(Domain.Registration.FormHolder holder, string food)
    {
        Db.ChangeTracker.Clear();
        return Use<RegisterFormHandler>().HandleAsync(new("enkater", "hemtjanst", 1, holder, Sheet(("nojd", "3"), ("maten", food)), RandomId.Bytes(16)), CancellationToken);
    }

    private Task<Result<SurveySaved>> WriteAsync(SurveySaved saved, string key, SurveyQuestionText text)
    {
        Db.ChangeTracker.Clear();
        return Use<WriteSurveyQuestionHandler>().HandleAsync(new(saved.Slug, saved.Version, key, text), CancellationToken);
    }

    private async Task<string> WriteAsync(Task<Result<TableFile>> file)
    {
        using var to = new MemoryStream();
        await (await file).Value!.WriteAsync(to, CancellationToken);
        return Encoding.UTF8.GetString(to.ToArray());
    }

    private static SurveyQuestionText Text(string text, params string[] units) => new(
        QuestionKind.YesNo, "", text, "", Required: false, Headline: false, 1, [new("Ja"), new("Nej")], [], null, null, 0, "", PlaceForm.List, null, null, "", units,
        new Dictionary<string, LanguageLines>(StringComparer.Ordinal));

    private static AnswerSheet Sheet(params (string Key, string Value)[] answers)
    {
        var sheet = new AnswerSheet();
        foreach (var (key, value) in answers.Where(a => a.Value.Length > 0))
        {
            sheet.Set(key, key is "mer" or "antal" or "portioner" or "onskan" ? new Answer([], value) : new Answer([value], ""));
        }

        return sheet;
    }
}
