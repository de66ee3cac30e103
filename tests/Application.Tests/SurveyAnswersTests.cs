using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class SurveyAnswersTests : UseCaseTest
{
    [Fact]
    public async Task A_code_for_one_survey_opens_no_other_and_no_e_mail_address_opens_a_survey_by_code()
    {
        var survey = await Data.SurveyAsync();
        var other = await Data.SurveyAsync(slug: "skola");
        Passes.Give(other.Id, new AnswerPass(RandomId.New(), AnswerDoor.LetterCode));

        var refused = await CastAsync(survey, ("nojd", "3"));
        var accepted = await CastAsync(other, ("nojd", "3"));

        Assert.IsType<NotEligible>(refused.Error);
        Assert.True(accepted.IsSuccess);
        Assert.Equal(["2"], await ColumnAsync("SELECT door::text FROM ballot"));
    }

    [Fact]
    public async Task One_code_gives_one_answer_however_often_it_is_sent()
    {
        var survey = await Data.SurveyAsync();
        Passes.Give(survey.Id, new AnswerPass(RandomId.New(), AnswerDoor.LetterCode));

        var first = await CastAsync(survey, ("nojd", "3"));
        var second = await CastAsync(survey, ("nojd", "1"));

        Assert.False(first.Value!.Changed);
        Assert.True(second.Value!.Changed);
        Assert.Single(await ColumnAsync("SELECT body::text FROM ballot"));
    }

    [Fact]
    public async Task An_open_door_lets_in_once_for_each_browser_and_is_told_apart()
    {
        var survey = await Data.SurveyAsync(minimum: AssuranceLevel.None);
        User.Id = null;
        User.Roles.Clear();

        await CastAsync(survey, ("nojd", "3"));
        await CastAsync(survey, ("nojd", "2"));
        Passes.Forget(survey.Id);
        await CastAsync(survey, ("nojd", "1"));

        Assert.Equal(["0", "0"], await ColumnAsync("SELECT door::text FROM ballot"));
    }

    [Fact]
    public async Task What_was_routed_past_is_not_stored_and_the_ways_of_not_answering_stay_apart_after_closing()
    {
        var survey = await Data.SurveyAsync();
        for (var i = 0; i < 12; i++)
        {
            await CastAsOtherAsync(survey, i switch
            {
                0 => [("nojd", "vetinte"), ("sagt", "nej"), ("svar", "ja")],
                1 => [("nojd", "ingen"), ("sagt", "ja"), ("svar", "ja")],
                2 => [("sagt", "nej")],
                _ => [("nojd", "3"), ("sagt", i < 8 ? "ja" : "nej"), ("svar", "nej"), ("antal", $"{i}"), ("ordning", "a"), ("mer", "Hej")],
            });
        }

        await SealAsync(survey);
        var disclosed = (await Services.GetRequiredService<IDisclosureGate>().ReadSurveyAsync(survey.Id, Audience.Public, CancellationToken))!;

        var nojd = disclosed.States.Single(s => s.Key == "nojd");
        Assert.Equal(new StateCounts("nojd", Answered: 9, OutsideBase: 1, NoExperience: 1, Left: 1, RoutedAway: 0), nojd);

        // Ten or more have to have answered for the ways of not answering to be told.
        Assert.DoesNotContain(disclosed.States, s => s.Key == "svar");
        Assert.DoesNotContain(await ColumnAsync("SELECT body::text FROM ballot"), b => b.Contains("Hej", StringComparison.Ordinal));
        Assert.Equal(9, (await ColumnAsync("SELECT text FROM ballot_text")).Count(t => t == "Hej"));
        Assert.Equal(9, (await ColumnAsync("SELECT text FROM ballot_text")).Count);
        Assert.Empty(await ColumnAsync("SELECT 'x' FROM ballot WHERE body -> 'mer' IS NOT NULL OR first_choices -> 'mer' IS NOT NULL"));
    }

    [Fact]
    public async Task A_result_is_compiled_once_and_stays_what_it_was()
    {
        var unit = new BreakdownVariable(
            "sagt", "Sagt till", BreakdownSource.Question, [new("ja", "Ja"), new("nej", "Nej")], Ordered: false);
        var survey = await Data.SurveyAsync(breakdowns: [unit]);
        for (var i = 0; i < 40; i++)
        {
            await CastAsOtherAsync(survey, [("nojd", i % 3 == 0 ? "1" : "3"), ("sagt", i < 18 ? "ja" : "nej"), ("antal", $"{3 + (i % 3)}")]);
        }

        await SealAsync(survey);
        var first = (await ResultAsync(survey)).Value!;
        await Db.Database.ExecuteSqlAsync($"UPDATE ballot SET record_key = record_key / 2", CancellationToken);
        await using var later = Services.CreateAsyncScope();
        var second = (await ResultAsync(survey)).Value!;

        Assert.Equal(40, first.Answers);
        var nojd = first.Questions.Single(q => q.Key == "nojd");
        Assert.Equal((26, 40, 65), (nojd.Positive!.Numerator, nojd.Positive.Denominator, nojd.Positive.Percent!.Value));
        Assert.Equal(2, nojd.Tables.Single().Lines.Count);
        Assert.All(nojd.Tables.Single().Lines, l => Assert.True(l.Positive!.Rounding.Lower <= l.Positive.Value));
        Assert.Equal(4, first.Questions.Single(q => q.Key == "antal").Number!.Median);
        Assert.Equal(
            first.Questions.SelectMany(q => q.Tables).SelectMany(t => t.Lines).SelectMany(l => l.Counts),
            second.Questions.SelectMany(q => q.Tables).SelectMany(t => t.Lines).SelectMany(l => l.Counts));
        Assert.Single(await ColumnAsync("SELECT content::text FROM published_survey"));
    }

    /// <summary>What people were told apart by is gone from the answers when it has been counted, and in no row that leaves.</summary>
    [Fact]
    public async Task Background_leaves_the_answers_when_they_have_been_compiled_and_is_in_no_exported_row()
    {
        var told = new BreakdownVariable("sagt", "Sagt till", BreakdownSource.Question, [new("ja", "Ja"), new("nej", "Nej")], Ordered: false);
        var age = new BreakdownVariable("age", "Ålder", BreakdownSource.Background, [new("16–24", "Unga"), new("65–", "Äldre")], Ordered: true);
        var survey = await Data.SurveyAsync(breakdowns: [told, age], rowExport: true);
        for (var i = 0; i < 30; i++)
        {
            await CastAsOtherAsync(survey, [("nojd", i % 3 == 0 ? "1" : "3"), ("sagt", i < 15 ? "ja" : "nej")]);
        }

        await Db.Database.ExecuteSqlAsync($"UPDATE ballot SET about = '{{\"age\": \"65–\"}}'", CancellationToken);
        await SealAsync(survey);
        var result = (await ResultAsync(survey)).Value!;
        var rows = new List<CountedBallot>();
        await foreach (var row in Services.GetRequiredService<IDisclosureGate>().ReadRowsAsync(survey.Id, CancellationToken))
        {
            rows.Add(row);
        }

        Assert.NotEmpty(result.Questions.Single(q => q.Key == "nojd").Tables);
        Assert.Equal(30, rows.Count);
        Assert.All(rows, r => Assert.True(r.Sheet["sagt"].IsEmpty && r.About.Count == 0 && !r.Sheet["nojd"].IsEmpty));
        Assert.Empty(await ColumnAsync("SELECT about::text FROM ballot WHERE about IS NOT NULL"));
    }

    [Fact]
    public async Task Nobody_sees_a_figure_before_the_announced_time_and_nothing_is_told_of_nine()
    {
        var survey = await Data.SurveyAsync();
        var small = await Data.SurveyAsync(slug: "liten");
        for (var i = 0; i < 12; i++)
        {
            await CastAsOtherAsync(survey, [("nojd", "3")]);
        }

        for (var i = 0; i < 9; i++)
        {
            await CastAsOtherAsync(small, [("nojd", "3")]);
        }

        User.Roles.UnionWith([Role.Officer, Role.Administrator]);
        var open = await ResultAsync(survey);
        await SealAsync(survey, released: false);
        var counted = await ResultAsync(survey);
        await SealAsync(small);
        var few = (await ResultAsync(small)).Value!;

        Assert.IsType<ResultSealed>(open.Error);
        Assert.IsType<ResultSealed>(counted.Error);
        Assert.True(few.TooFew);
        Assert.Empty(few.Questions);
    }

    private Task<Result<SurveyResultView>> ResultAsync(Survey survey) =>
        Use<GetSurveyResultHandler>().HandleAsync(new GetSurveyResultQuery(survey.Slug, Audience.Public), CancellationToken);

    private async Task CastAsOtherAsync(Survey survey, IReadOnlyList<(string Key, string Value)> answers)
    {
        Passes.Give(survey.Id, new AnswerPass(RandomId.New(), AnswerDoor.LetterCode));
        var cast = await CastAsync(survey, [.. answers]);
        Assert.True(cast.IsSuccess, cast.Error?.ToString());
    }

    private Task<Result<BallotCast>> CastAsync(Survey survey, params (string Key, string Value)[] answers)
    {
        var sheet = new AnswerSheet();
        foreach (var (key, value) in answers)
        {
            sheet.Set(key, key is "mer" or "antal" ? new Answer([], value) : new Answer([value], ""));
        }

        return Use<CastBallotHandler>().HandleAsync(
            new CastBallotCommand(new DialogueSlug(DialogueKind.Survey, survey.Slug), sheet, RandomId.Bytes(16), null, null, IsNewEditKey: false),
            CancellationToken);
    }

    private async Task SealAsync(Survey survey, bool released = true)
    {
        await Db.Database.ExecuteSqlAsync(
            $"UPDATE survey SET closes_at = clock_timestamp(), results_at = clock_timestamp() + {(released ? -1 : 1)} * interval '1 hour' WHERE id = {survey.Id}",
            CancellationToken);
        Assert.True(await Services.GetRequiredService<IBallotBox>().SealAsync(survey.Id, CancellationToken));
    }

    private async Task<List<string>> ColumnAsync(string sql)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(CancellationToken);
        var values = new List<string>();
        while (await reader.ReadAsync(CancellationToken))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
