using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Application.Tests;

/// <summary>What reports say by themselves never claims more than the kind of sample bears, whatever was asked and however many answered (N2, E7, E8).</summary>
public class ReportWordingTests : UseCaseTest
{
    private static readonly Question[] _loop =
    [
        YesNo("nojd", LoopMeasure.Satisfied, "nojd"), YesNo("igen", LoopMeasure.ChooseAgain), YesNo("sagt", LoopMeasure.Told, "sagt-till"), YesNo("svar", LoopMeasure.GotAnswer),
        YesNo("byta", LoopMeasure.Leaves), YesNo("annan", LoopMeasure.HasAlternative), YesNo("andrat", LoopMeasure.SomethingChanged),
    ];

    public ReportWordingTests()
    {
        User.Roles.Add(Role.Officer);
        User.Title = "handläggare";
    }

    public static TheoryData<AnswerSource, string, int> Reports
    {
        get
        {
            var all = new TheoryData<AnswerSource, string, int>();
            foreach (var source in Enum.GetValues<AnswerSource>())
            {
                foreach (var (asked, answers) in new[] { ("loop", 120), ("loop", 24), ("plain", 120), ("plain", 3) })
                {
                    all.Add(source, asked, answers);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task No_template_says_more_than_the_sample_bears(AnswerSource source, string asked, int answers)
    {
        var survey = await AskedAsync(source, asked == "loop" ? _loop : TestData.SurveyQuestions);
        await AnswerAsync(survey, answers);
        var requested = (await Use<RequestReportHandler>().HandleAsync(new(survey.Slug), CancellationToken)).Value!.ReportId;
        Db.ChangeTracker.Clear();
        Assert.Null((await Use<BuildReportHandler>().HandleAsync(new BuildReportCommand(requested, WithPdf: false), CancellationToken)).Error);

        var stored = await Db.Set<Report>().AsNoTracking().Where(r => r.Id == requested).Select(r => r.Model).SingleAsync(CancellationToken);
        var model = JsonSerializer.Deserialize<ReportModel>(stored!)!;
        var texts = Texts(model).ToList();
        Assert.True(texts.Count > (answers < 10 ? 4 : 10), string.Join('\n', texts));
        Assert.Equal(asked == "loop", model.Sections.Any(s => s.Key == "evl"));
        var context = new WordingContext(source);
        Assert.Empty(texts.SelectMany(t => Wording.Check(t, context).Select(f => $"{t.Substring(f.Position, f.Length)} ({f.Rule}) in: {t}")));
    }

    /// <summary>Planted: ever fewer are satisfied and ever more leave, and as many speak up as before. Even: nothing changes.</summary>
    [Theory]
    [InlineData(0.95, 0.75, 0.05, 0.25, "Tyst missnöje: färre är nöjda")]
    [InlineData(0.5, 0.5, 0.5, 0.5, "Tyst missnöje syns inte")]
    public async Task Silent_discontent_is_told_where_it_is_planted_and_only_there(double satisfied, double satisfiedThen, double leaving, double leavingThen, string said)
    {
        var survey = await AskedAsync(AnswerSource.TotalSurvey, _loop);
        var programme = new Programme("hemtjanst", "Hemtjänst");
        Db.Add(programme);
        foreach (var (indicator, key, edition, share) in new[]
        {
            ("nojd", "nojd", "2022", satisfied), ("nojd", "nojd", "2024", satisfiedThen), ("sagt-till", "sagt", "2022", 0.5), ("sagt-till", "sagt", "2024", 0.5),
            ("byter", "byta", "2022", leaving), ("byter", "byta", "2024", leavingThen),
        })
        {
            Db.Add(new HistoricFigure(programme.Id, indicator, "", edition, share, 400, $"Frågan om {key}?", $"Enkät {edition}", SampleDesign.TotalSurvey));
        }

        await Db.SaveChangesAsync(CancellationToken);
        await Db.Database.ExecuteSqlAsync($"UPDATE survey SET programme_id = {programme.Id}, edition = '2026' WHERE id = {survey.Id}", CancellationToken);
        await AnswerAsync(survey, 120);
        var requested = (await Use<RequestReportHandler>().HandleAsync(new(survey.Slug), CancellationToken)).Value!.ReportId;
        Db.ChangeTracker.Clear();
        Assert.Null((await Use<BuildReportHandler>().HandleAsync(new BuildReportCommand(requested, WithPdf: false), CancellationToken)).Error);

        var model = JsonSerializer.Deserialize<ReportModel>((await Db.Set<Report>().AsNoTracking().Where(r => r.Id == requested).Select(r => r.Model).SingleAsync(CancellationToken))!)!;
        var text = string.Join('\n', Assert.Single(model.Sections, s => s.Key == "tidigare").Text);
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.Contains("högst 5 procent", text, StringComparison.Ordinal);
        Assert.NotNull(model.Tables.FirstOrDefault(t => t.Key == "evl-svar-och-byte"));
    }

    /// <summary>The guard is not asleep: the same texts with a claim put into them are found.</summary>
    [Theory]
    [InlineData(AnswerSource.Open)]
    [InlineData(AnswerSource.PanelVolunteers)]
    public void A_claim_about_everybody_is_found(AnswerSource source) => Assert.NotEmpty(Wording.Check("62 % av invånarna är nöjda.", new WordingContext(source)));

    /// <summary>All that the report says by itself. What people are asked is the officers' and is looked at where it is written.</summary>
    private static IEnumerable<string> Texts(ReportModel model) =>
        model.Findings.Select(f => f.Text).Append(model.Title).Append(model.Basis)
            .Concat(model.Sections.Where(s => s.Key != "metod").SelectMany(s => s.Text.Append(s.Reading).Append(s.Heading)))
            .Concat(model.Tables.SelectMany(t => t.Notes.Append(t.Under).Append(t.Caption).Append(t.Finding)))
            .Where(t => t.Length > 0);

    private async Task<Survey> AskedAsync(AnswerSource source, IReadOnlyList<Question> questions)
    {
        if (source == AnswerSource.PanelVolunteers)
        {
            var panel = await Data.PanelAsync(TestData.PanelSettings(oldest: null), PanelKind.Adult, "panelen");
            await Data.MembersAsync(panel, 120, age: 30);
            return (await Data.WaveAsync(panel, 1, questions)).Survey;
        }

        var open = source == AnswerSource.Open;
        var survey = await Data.SurveyAsync(minimum: open ? AssuranceLevel.Email : AssuranceLevel.LetterCode, questions: questions, breakdowns: open ? [] : [TestData.Units]);
        if (source == AnswerSource.ProbabilitySample)
        {
            await Db.Database.ExecuteSqlAsync($"UPDATE survey SET design = {(int)SampleDesign.ProbabilitySample} WHERE id = {survey.Id}", CancellationToken);
        }

        return survey;
    }

    private async Task AnswerAsync(Survey survey, int answers)
    {
        var box = Services.GetService(typeof(IBallotBox)) as IBallotBox ?? throw new InvalidOperationException();
        var definition = await (Services.GetService(typeof(IAnswerDefinitions)) as IAnswerDefinitions)!.FindAsync(new DialogueSlug(DialogueKind.Survey, survey.Slug), CancellationToken);
        for (var i = 0; i < answers; i++)
        {
            var sheet = new AnswerSheet();
            foreach (var (question, at) in definition!.Questionnaire.Questions.Select((q, at) => (q, at)).Where(q => q.q.Choices.Count > 0))
            {
                sheet.Set(question.Key, new Answer([question.Choices[(i + (i / 7 * at)) % Math.Min(2, question.Choices.Count)].Key], ""));
            }

            var stored = definition.Questionnaire.Route.For(null).Check(sheet).Sheet;
            await box.CastAsync(
                new Cast(
                    survey.Id, RandomId.New(), RandomId.Bytes(32), RandomId.Bytes(32), stored.ToJson(), stored.ChoicesToJson(), Convert.ToHexString(RandomId.Bytes(16)),
                    DraftId: null, AnswerDoor.LetterCode),
                CancellationToken);
        }

        await Db.Database.ExecuteSqlAsync(
            $$"""
            UPDATE ballot SET about = CASE WHEN get_byte(decode(substr(md5(id::text), 1, 2), 'hex'), 0) % 2 = 0 THEN '{"unit":"norr"}'::jsonb ELSE '{"unit":"soder"}'::jsonb END
            WHERE consultation_id = {{survey.Id}} AND {{survey.Breakdowns.Count}} > 0
            """, CancellationToken);
        await Db.Database.ExecuteSqlAsync($"UPDATE survey SET closes_at = clock_timestamp(), results_at = clock_timestamp() - interval '1 hour' WHERE id = {survey.Id}", CancellationToken);
        Assert.True(await box.SealAsync(survey.Id, CancellationToken));
    }

    private static Question YesNo(string key, LoopMeasure measure, string? indicator = null) => new()
    {
        Key = key, Kind = QuestionKind.Single, Section = key, Text = $"Frågan om {key}?", Measures = measure, Indicator = indicator, Choices = [new("ja", "Ja", Positive: true), new("nej", "Nej")],
    };
}
