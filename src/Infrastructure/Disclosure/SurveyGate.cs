using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.Infrastructure.Persistence.Configurations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Medborgardialog.Infrastructure.Disclosure;

/// <summary>
/// The part of the gate that reads surveys. What is let through is compiled once, stored, and never compiled again: the reader gets
/// the same figures for ever, and no second publication can be subtracted from the first.
/// </summary>
internal sealed class SurveyGate(NpgsqlDataSource source, IServiceScopeFactory scopes)
{
    private static readonly Dictionary<string, string> _nothing = new(StringComparer.Ordinal);
    private static readonly TimeSpan _erasing = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<Guid, Lazy<Task<DisclosedSurvey>>> _kept = new();

    /// <param name="draftsLeft">How many began and never sent.</param>
    /// <param name="highProtection">Class H.</param>
    public async Task<DisclosedSurvey> ReadAsync(Guid surveyId, bool highProtection, int draftsLeft, CancellationToken cancellationToken)
    {
        // Whoever asks while it is compiled waits for the same work, which goes on when the first of them has left.
        var kept = _kept.GetOrAdd(surveyId, id => new(() => ReadOrCompileAsync(id, highProtection, draftsLeft, CancellationToken.None)));
        try
        {
            return await kept.Value.WaitAsync(cancellationToken);
        }
        catch when (kept.Value.IsFaulted)
        {
            _kept.TryRemove(KeyValuePair.Create(surveyId, kept));
            throw;
        }
    }

    private async Task<DisclosedSurvey> ReadOrCompileAsync(Guid surveyId, bool highProtection, int draftsLeft, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var stored = await StoredAsync(db, surveyId, cancellationToken);
        if (stored is null)
        {
            var compiled = JsonSerializer.Serialize(await CompileAsync(db, surveyId, highProtection, draftsLeft, cancellationToken));

            // Two nodes may compile at once: the same answers give the same figures, and the first is kept. What the answers were broken down
            // by has then done its work, and goes in the same statement. Kept beside them it would lead back to the list of those who were
            // asked, where a unit, an age and an area together are often one person. So does the answer to what one unit asks: it says which.
            // Only in mode Ö (1) are rows exported with them.
            // A million answers take longer than a page may.
            db.Database.SetCommandTimeout(_erasing);
            string[] addOns = [.. (await AddOnsAsync(db, surveyId, cancellationToken)).Select(s => s.Question.Key)];
            await db.Database.ExecuteSqlAsync(
                $"""
                WITH kept AS (
                    INSERT INTO published_survey (survey_id, content) VALUES ({surveyId}, {compiled}::jsonb) ON CONFLICT DO NOTHING
                )
                UPDATE ballot SET about = NULL, body = body - {addOns}, first_choices = first_choices - {addOns}
                WHERE consultation_id = {surveyId} AND (about IS NOT NULL OR body ?| {addOns}) AND EXISTS (SELECT 1 FROM survey WHERE id = {surveyId} AND mode <> 1)
                """,
                cancellationToken);
            stored = await StoredAsync(db, surveyId, cancellationToken);
        }

        return JsonSerializer.Deserialize<DisclosedSurvey>(stored!)!;
    }

    /// <summary>
    /// The statement itself asks whether rows were declared, and leaves out of every row what results are broken down by where the mode is
    /// not Ö: background that came with the code as well as background that was asked for (rule R18).
    /// </summary>
    public async IAsyncEnumerable<CountedBallot> RowsAsync(Guid surveyId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            SELECT (CASE WHEN s.mode = 1 THEN b.body ELSE b.body - ARRAY(SELECT d ->> 'Key' FROM jsonb_array_elements(s.breakdowns) d WHERE d ->> 'Source' = '2') END)::text,
                   CASE WHEN s.mode = 1 THEN b.about::text END
            FROM survey s JOIN ballot b ON b.consultation_id = s.id
            WHERE s.id = $1 AND s.row_export AND s.counted_at IS NOT NULL ORDER BY random()
            """);
        command.Parameters.AddWithValue(surveyId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new CountedBallot(
                AnswerSheet.FromJson(reader.GetString(0)),
                reader.IsDBNull(1) ? _nothing : JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(1))!, AnswerDoor.Open, RecordKey: 0);
        }
    }

    /// <summary>Whether the texts to a question may be read: of what some units ask only where it may be told how many wrote.</summary>
    public async Task<bool> MayReadAsync(Guid dialogueId, string questionKey, IDisclosureGate gate, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var addOns = await AddOnsAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), dialogueId, cancellationToken);
        return addOns.TrueForAll(s => s.Question.Key != questionKey)
            || await gate.ReadSurveyAsync(dialogueId, Audience.Report, cancellationToken) is { } told && told.AddOns.Texts.ContainsKey(questionKey);
    }

    private static async Task<List<Step>> AddOnsAsync(AppDbContext db, Guid dialogueId, CancellationToken cancellationToken) =>
        await db.Set<Questionnaire>().AsNoTracking().SingleOrDefaultAsync(q => q.DialogueId == dialogueId, cancellationToken) is { } questionnaire
            ? [.. questionnaire.Route.Steps.Where(s => s.Question.IsAddOn)]
            : [];

    private static Task<string?> StoredAsync(AppDbContext db, Guid surveyId, CancellationToken cancellationToken) =>
        db.Set<PublishedSurveyRow>().Where(r => r.SurveyId == surveyId).Select(r => (string?)r.Content).SingleOrDefaultAsync(cancellationToken);

    private async Task<DisclosedSurvey> CompileAsync(
        AppDbContext db, Guid surveyId, bool highProtection, int draftsLeft, CancellationToken cancellationToken)
    {
        var survey = await db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Id == surveyId, cancellationToken);
        var questionnaire = await db.Set<Questionnaire>().AsNoTracking().SingleAsync(q => q.DialogueId == surveyId, cancellationToken);
        var (counted, changed) = await CountAsync(survey, questionnaire, cancellationToken);

        // What the list says goes before what somebody typed: a small or a young population is protected as such.
        var (listed, isYoung) = await ListedAsync(surveyId, cancellationToken);
        var population = listed is null ? survey.InvitedCount : Math.Min(listed.Value, survey.InvitedCount ?? int.MaxValue);
        var limits = ProtectionLimits.For(highProtection || isYoung || population < Survey.HighProtectionUnder);

        // Variables are declared when the survey is approved, at most as many as the rule has room for.
        var published = SurveyProtection.Protect(SurveyTabulation.Of(counted, population), limits).Value!;
        if (published.Answers is null)
        {
            return new DisclosedSurvey(published, [], [], [], null, null, new Dictionary<string, int>(StringComparer.Ordinal));
        }

        var written = await WrittenAsync(surveyId, cancellationToken);
        var addOns = AddOnTabulation.Of(
            counted, written, published.Variables.FirstOrDefault(v => v.Key == Question.UnitKey),
            await InvitedAsync(survey, cancellationToken), limits == ProtectionLimits.High);
        return new DisclosedSurvey(
            published, SurveySums.States(counted, written, limits),
            population < ProtectionLimits.ClosedPopulation ? [] : SurveySums.Numbers(counted, limits),
            SurveySums.Ranks(counted, published, limits), Shown(draftsLeft), Shown(changed),
            written.Where(w => w.Choice is null && questionnaire.Route.Find(w.Key) is not { Question.IsAddOn: true })
                .ToDictionary(w => w.Key, w => w.Count, StringComparer.Ordinal))
        {
            AddOns = addOns,
            Answering = SurveyAnswering.Of(counted, survey.Design, limits),
        };

        int? Shown(int count) => count == 0 || count >= limits.SmallestGroup ? count : null;
    }

    /// <summary>Persons asked by unit: as the list has them, and where there is none as it was declared.</summary>
    private async Task<IReadOnlyDictionary<string, int>> InvitedAsync(Survey survey, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            SELECT p.unit, count(*)::int FROM frame f JOIN frame_person p ON p.frame_id = f.id
            WHERE f.dialogue_id = $1 AND (f.codes_issued_at IS NOT NULL OR f.frozen_at IS NOT NULL) AND p.is_drawn AND (p.state = 0 OR EXISTS (
                SELECT 1 FROM participation a WHERE a.consultation_id = $1 AND a.participant_id = p.id)) GROUP BY p.unit
            """);
        command.Parameters.AddWithValue(survey.Id);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var invited = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            invited[reader.GetString(0)] = reader.GetInt32(1);
        }

        return invited.Count > 0 ? invited
            : (survey.Units?.Categories ?? []).Where(c => c.Invited is not null).ToDictionary(c => c.Key, c => c.Invited!.Value, StringComparer.Ordinal);
    }

    /// <summary>
    /// How many of the list may answer or have done so, null without a list; and whether they are all under 18. Whoever was taken out after answering is
    /// still of those who answered: the rate would pass a hundred otherwise.
    /// </summary>
    private async Task<(int? People, bool IsYoung)> ListedAsync(Guid surveyId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("""
            SELECT (SELECT count(*)::int FROM frame_person p WHERE p.frame_id = f.id AND p.is_drawn AND (p.state = 0 OR EXISTS (
                SELECT 1 FROM participation a WHERE a.consultation_id = $1 AND a.participant_id = p.id))), coalesce(f.oldest < 18, false)
            FROM frame f WHERE f.dialogue_id = $1 AND (f.codes_issued_at IS NOT NULL OR f.frozen_at IS NOT NULL)
            """);
        command.Parameters.AddWithValue(surveyId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt32(0), reader.GetBoolean(1)) : (null, false);
    }

    /// <summary>Reads every answer once and keeps none of them.</summary>
    private async Task<(CountedSurvey Counted, int Changed)> CountAsync(Survey survey, Questionnaire questionnaire, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var ballots = await CountedBallots.OpenAsync(connection, survey.Id, cancellationToken);
        var (counted, changed) = (new CountedSurvey(questionnaire, survey.Breakdowns), 0);
        while (await ballots.ReadAsync(cancellationToken))
        {
            counted.Add(ballots.Body, ballots.About, ballots.Door, ballots.RecordKey);
            changed += ballots.IsChanged ? 1 : 0;
        }

        return (counted, changed);
    }

    private async Task<List<WrittenCount>> WrittenAsync(Guid surveyId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT question_key, choice, count(*)::int FROM ballot_text WHERE consultation_id = $1 GROUP BY 1, 2");
        command.Parameters.AddWithValue(surveyId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var written = new List<WrittenCount>();
        while (await reader.ReadAsync(cancellationToken))
        {
            written.Add(new WrittenCount(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetInt32(2)));
        }

        return written;
    }
}
