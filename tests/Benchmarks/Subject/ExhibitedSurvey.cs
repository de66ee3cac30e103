using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace Medborgardialog.Benchmarks.Subject;

/// <summary>A published survey by letter code, with ten questions of five choices, whose rows may be exported, and its counted answers.</summary>
internal static class ExhibitedSurvey
{
    public const string Slug = "matning";

    private static readonly BreakdownVariable[] _breakdowns =
    [
        new("age", "Ålder", BreakdownSource.Background, [.. Groups("16–29", "30–44", "45–64", "65–79", "80–")], Ordered: true),
        new("area", "Område", BreakdownSource.Background, [.. Groups("Centrum", "Norr", "Söder", "Öster", "Väster", "Landsbygden")], Ordered: false),
        new("door", "Väg", BreakdownSource.Door, [new("3", "Kod i brev"), new("1", "E-post")], Ordered: false),
    ];

    /// <param name="mode">In mode Ö what answers are broken down by stays on them when they have been compiled; otherwise it is erased then.</param>
    /// <param name="brokenDown">Whether results are told by age, area and door.</param>
    public static async Task<Survey> FillAsync(
        IServiceProvider services, string slug = Slug, AnswerMode mode = AnswerMode.Confidential, bool brokenDown = false)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        var committee = new Committee($"namnden-{slug}", "Omsorgsnämnden", "ON");
        var survey = new Survey(slug, "Hur är hemtjänsten?", Guid.CreateVersion7(), now.AddDays(-20));
        survey.WriteTexts("Hur är hemtjänsten?", "Hemtjänst", "Nämnden vill veta.", "", "Hemtjänst");
        survey.SetCommittee(committee.Id, "Lena Provberg", "0000-00 00 00");
        survey.SetWho("Alla med hemtjänst", AssuranceLevel.LetterCode, mode, highProtection: false, SampleDesign.TotalSurvey, 2_000_000, null);
        survey.SetChannels("Ring så skriver vi.", "Vi räknar svaren.");
        survey.SetTimes(new SurveyTimes(now.AddDays(-1), now.AddDays(1), now.AddDays(2), now.AddDays(30).SwedishDate()));
        survey.SetRowExport(allowed: true);
        survey.Declare(brokenDown ? _breakdowns : []);
        var questionnaire = new Questionnaire(survey.Id);
        survey.Ask(questionnaire, [.. Questions()], experience: null);
        survey.SendForReview(Guid.CreateVersion7(), questionnaire);
        var approved = survey.Approve(Guid.CreateVersion7(), questionnaire, committee.Name, now.AddDays(-2));
        if (!approved.IsSuccess)
        {
            throw new InvalidOperationException($"The survey breaks a rule: {approved.Error}");
        }

        db.AddRange(committee, survey, questionnaire);
        await db.SaveChangesAsync();
        return survey;
    }

    /// <summary>Counted answers drawn at random, and a box that is sealed and told of.</summary>
    public static async Task AnswerAsync(NpgsqlDataSource source, Survey survey, int answers)
    {
        var (random, about) = (new Random(15), survey.Breakdowns.Where(b => b.Source == BreakdownSource.Background).ToList());
        await using (var connection = await source.OpenConnectionAsync())
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                "COPY ballot (id, consultation_id, body, first_choices, changes, receipt, record_key, shuffled, door, about) FROM STDIN (FORMAT BINARY)");
            for (var i = 0; i < answers; i++)
            {
                var body = $"{{{string.Join(',', Enumerable.Range(1, 10).Select(q => $"\"q{q}\":[\"a{random.Next(1, 6)}\"]"))}}}";
                await copy.StartRowAsync();
                await copy.WriteAsync(Domain.Common.RandomId.New(), NpgsqlDbType.Uuid);
                await copy.WriteAsync(survey.Id, NpgsqlDbType.Uuid);
                await copy.WriteAsync(body, NpgsqlDbType.Jsonb);
                await copy.WriteAsync(body, NpgsqlDbType.Jsonb);
                await copy.WriteAsync(0, NpgsqlDbType.Integer);
                await copy.WriteAsync(Convert.ToHexString(Domain.Common.RandomId.Bytes(16)), NpgsqlDbType.Text);
                await copy.WriteAsync(random.NextInt64(), NpgsqlDbType.Bigint);
                await copy.WriteAsync(true, NpgsqlDbType.Boolean);
                await copy.WriteAsync((short)(random.Next(3) == 0 ? AnswerDoor.Email : AnswerDoor.LetterCode), NpgsqlDbType.Smallint);
                var told = about.ConvertAll(b => $"\"{b.Key}\":\"{b.Categories[random.Next(b.Categories.Count)].Key}\"");
                if (told.Count == 0)
                {
                    await copy.WriteNullAsync();
                }
                else
                {
                    await copy.WriteAsync($"{{{string.Join(',', told)}}}", NpgsqlDbType.Jsonb);
                }
            }

            await copy.CompleteAsync();
        }

        await using var counted = source.CreateCommand(
            "UPDATE survey SET state = 4, counted_at = now(), closes_at = now() - interval '2 hours', results_at = now() - interval '1 hour' WHERE id = $1");
        counted.Parameters.AddWithValue(survey.Id);
        await counted.ExecuteNonQueryAsync();

        // As a box that was filled over weeks: nothing is left for the reader to tidy up.
        await using var tidy = source.CreateCommand("VACUUM ANALYZE ballot");
        tidy.CommandTimeout = 600;
        await tidy.ExecuteNonQueryAsync();
    }

    private static IEnumerable<BreakdownCategory> Groups(params string[] names) => names.Select(n => new BreakdownCategory(n, n));

    private static IEnumerable<Question> Questions() => Enumerable.Range(1, 10).Select(i => new Question
    {
        Key = $"q{i}", Kind = QuestionKind.Single, Section = $"Del {i}", Text = $"Hur viktigt är förslag {i} för dig?",
        Choices = [.. Enumerable.Range(1, 5).Select(c => new Choice($"a{c}", $"Alternativ {c}"))],
    });
}
