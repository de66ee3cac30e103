using System.IO.Compression;
using System.Text;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Exports;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class SurveyExportTests : UseCaseTest
{
    private const int Respondents = 1000;

    [Fact]
    public async Task The_rows_of_a_thousand_random_respondents_agree_cell_by_cell_with_an_evaluator_of_its_own()
    {
        var survey = await Data.SurveyAsync(questions: FortyQuestions.Questions, rowExport: true, invited: 5000);
        var random = new Random(40_2026);
        var expected = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        for (var i = 0; i < Respondents; i++)
        {
            var typed = FortyQuestions.Pages.ToDictionary(p => p.Key, p => p.Key == "q01" ? [$"{i}"] : Typed(random, p.Question), StringComparer.Ordinal);
            await CastAsync(survey, typed);
            expected[$"{i}"] = Evaluate(typed);
        }

        await SealAsync(survey);
        User.Roles.Add(Role.Officer);
        var (heads, rows) = Read(await ExportAsync(survey, TableFormat.Csv));

        Assert.Equal(Respondents, rows.Count);
        Assert.DoesNotContain(heads, h => h is "q05" or "q06" or "q07" or "q26" or "q37" or "q40" || h.StartsWith('@'));
        Assert.Equal(expected.Values.First().Keys.Order(StringComparer.Ordinal), heads.Order(StringComparer.Ordinal));
        var cells = 0;
        foreach (var row in rows)
        {
            var mine = expected[row[heads.IndexOf("q01")]];
            for (var c = 0; c < heads.Count; c++)
            {
                Assert.True(mine[heads[c]] == row[c], $"{heads[c]} of respondent {row[heads.IndexOf("q01")]}: {row[c]} instead of {mine[heads[c]]}");
                cells++;
            }
        }

        Assert.Equal(Respondents * heads.Count, cells);
    }

    [Fact]
    public async Task A_spreadsheet_has_the_answers_and_the_codebook_and_no_formula()
    {
        var survey = await Data.SurveyAsync(rowExport: true);
        for (var i = 0; i < 12; i++)
        {
            await CastAsync(survey, new Dictionary<string, string[]>(StringComparer.Ordinal) { ["nojd"] = ["3"], ["antal"] = [$"{i}"], ["mer"] = ["=HYPERLINK(1)"] });
        }

        await SealAsync(survey);
        User.Roles.Add(Role.Officer);
        var bytes = await ExportAsync(survey, TableFormat.Xlsx);

        using var package = new ZipArchive(new MemoryStream(bytes));
        var text = string.Concat(package.Entries.Select(e => new StreamReader(e.Open(), Encoding.UTF8).ReadToEnd()));
        Assert.Equal(2, package.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)));
        Assert.DoesNotContain("HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", text, StringComparison.Ordinal);
        Assert.Contains("Hur nöjd är du?", text, StringComparison.Ordinal);
        Assert.Contains("Fick inte frågan", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_were_not_declared_are_exported_for_nobody_and_others_than_officers_get_none()
    {
        var declared = await Data.SurveyAsync(rowExport: true);
        var undeclared = await Data.SurveyAsync(slug: "annan");
        foreach (var survey in new[] { declared, undeclared })
        {
            for (var i = 0; i < 12; i++)
            {
                await CastAsync(survey, new Dictionary<string, string[]>(StringComparer.Ordinal) { ["nojd"] = ["3"] });
            }
        }

        var resident = await Use<ExportSurveyRowsHandler>().HandleAsync(new ExportSurveyRowsCommand(declared.Slug, TableFormat.Csv), CancellationToken);
        User.Roles.Add(Role.Officer);
        var open = await Use<ExportSurveyRowsHandler>().HandleAsync(new ExportSurveyRowsCommand(declared.Slug, TableFormat.Csv), CancellationToken);
        await SealAsync(undeclared);
        var never = await Use<ExportSurveyRowsHandler>().HandleAsync(new ExportSurveyRowsCommand(undeclared.Slug, TableFormat.Csv), CancellationToken);

        Assert.IsType<SurveyForbidden>(resident.Error);
        Assert.IsType<Domain.Disclosure.ResultSealed>(open.Error);
        Assert.IsType<RowsNotDeclared>(never.Error);
        Assert.Empty(await Services.GetRequiredService<Application.Disclosure.IDisclosureGate>().ReadRowsAsync(undeclared.Id, CancellationToken).ToListAsync(CancellationToken));
    }

    /// <summary>What somebody would fill in, whether the page is shown or not: sometimes nothing.</summary>
    private static string[] Typed(Random random, Question question)
    {
        if (random.Next(5) == 0)
        {
            return [];
        }

        string[] choices = [.. question.Choices.Select(c => c.Key)];
        var outside = question.Choices.Where(c => c.IsOutside).Select(c => c.Key).ToArray();
        switch (question.Kind)
        {
            case QuestionKind.Number when outside.Length > 0 && random.Next(6) == 0:
                return outside;
            case QuestionKind.Number:
                return [question.Decimals > 0 ? FormattableString.Invariant($"{random.Next(-1000, 1001) / 100m:0.##}") : FormattableString.Invariant($"{random.Next(0, 30)}")];
            case QuestionKind.Date:
                return [FormattableString.Invariant($"{new DateOnly(2025, 10, 1).AddDays(random.Next(400)):yyyy-MM-dd}")];
            case QuestionKind.Place when question.IsTyped:
                return ["65.85,23.14"];
            case QuestionKind.Multiple when random.Next(6) == 0:
                return outside;
            case QuestionKind.Multiple or QuestionKind.Ranking:
                var inside = choices.Except(outside).ToArray();
                random.Shuffle(inside);
                return inside[..random.Next(1, 4)];
            default:
                return question.IsText ? [$"text {random.Next(1000)}"] : [choices[random.Next(choices.Length)]];
        }
    }

    /// <summary>The expected row, from the rules that were written out by hand.</summary>
    private static Dictionary<string, string> Evaluate(Dictionary<string, string[]> typed)
    {
        var (given, row) = (new Dictionary<string, string[]>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (key, question, asked) in FortyQuestions.Pages)
        {
            var isAsked = asked(given);
            var answer = isAsked ? typed[key] : [];
            if (answer.Length > 0)
            {
                given[key] = answer;
            }

            var none = isAsked ? ".l" : ".r";
            switch (question.Kind)
            {
                case QuestionKind.ShortText or QuestionKind.LongText:
                case QuestionKind.Place when question.Place != PlaceForm.List:
                    break;
                case QuestionKind.Multiple:
                    foreach (var choice in question.Choices)
                    {
                        row[$"{key}.{choice.Key}"] = answer.Length == 0 ? none : answer.Contains(choice.Key) ? "1" : "0";
                    }

                    break;
                case QuestionKind.Ranking:
                    for (var place = 1; place <= 3; place++)
                    {
                        row[$"{key}.{place}"] = answer.Length == 0 ? none : place <= answer.Length ? answer[place - 1] : "";
                    }

                    break;
                default:
                    row[key] = answer.Length == 0 ? none : answer[0];
                    break;
            }
        }

        return row;
    }

    private async Task CastAsync(Survey survey, Dictionary<string, string[]> typed)
    {
        Passes.Give(survey.Id, new AnswerPass(RandomId.New(), AnswerDoor.LetterCode));
        var sheet = new AnswerSheet();
        var steps = Route.Of(survey.Slug == "hemtjanst" && typed.ContainsKey("q01") ? FortyQuestions.Questions : TestData.SurveyQuestions);
        foreach (var (key, values) in typed.Where(t => t.Value.Length > 0))
        {
            var question = steps.Find(key)!.Question;
            var isChoice = values.All(v => question.Choices.Any(c => c.Key == v));
            sheet.Set(key, isChoice ? new Answer(values, "") : new Answer([], values[0]));
        }

        var cast = await Use<CastBallotHandler>().HandleAsync(
            new CastBallotCommand(new DialogueSlug(DialogueKind.Survey, survey.Slug), sheet, RandomId.Bytes(16), null, null, IsNewEditKey: false), CancellationToken);
        Assert.True(cast.IsSuccess, cast.Error?.ToString());
    }

    private async Task SealAsync(Survey survey)
    {
        await Db.Database.ExecuteSqlAsync(
            $"UPDATE survey SET closes_at = clock_timestamp(), results_at = clock_timestamp() - interval '1 hour' WHERE id = {survey.Id}", CancellationToken);
        Assert.True(await Services.GetRequiredService<IBallotBox>().SealAsync(survey.Id, CancellationToken));
    }

    private async Task<byte[]> ExportAsync(Survey survey, TableFormat format)
    {
        var file = await Use<ExportSurveyRowsHandler>().HandleAsync(new ExportSurveyRowsCommand(survey.Slug, format), CancellationToken);
        Assert.True(file.IsSuccess, file.Error?.ToString());
        using var to = new MemoryStream();
        await file.Value.WriteAsync(to, CancellationToken);
        return to.ToArray();
    }

    private static (List<string> Heads, List<string[]> Rows) Read(byte[] csv)
    {
        var lines = Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(';').Select(c => c.Trim('"')).ToArray()).ToList();
        return ([.. lines[0]], lines[1..]);
    }
}
