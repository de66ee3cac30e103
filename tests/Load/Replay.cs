using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Load;

/// <summary>
/// Plays a real vote history: one resident per voter, one sent answer per act, in the order of time. The result must be the
/// last votes, and not the tallies that count a changed vote twice.
/// </summary>
internal sealed class Replay(Trial trial, VoteHistory history, int parallel)
{
    private static readonly TimeSpan _untilSealed = TimeSpan.FromMinutes(3);
    private static readonly int[] Votes = [1, -1, 0];
    private readonly Dictionary<string, Resident> _voters = new(StringComparer.Ordinal);

    public async Task<int> RunAsync(TextWriter output)
    {
        if (trial.Database is not { } database)
        {
            throw new ArgumentsWrongException("The replay makes a rådslag of its own: give --database beside --server, or leave both out.");
        }

        var slug = await StatementConsultation.MakeAsync(database, history.Statements);
        var run = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        foreach (var (voter, number) in history.Acts.Select(a => a.Voter).Distinct(StringComparer.Ordinal).Select((v, i) => (v, i)))
        {
            _voters[voter] = new Resident(trial, slug, $"valjare{number}.{run:x}@exempelby.example", number);
        }

        await output.WriteLineAsync($"{history.Acts.Count} acts by {_voters.Count} voters on {history.Statements.Count} statements, {parallel} at a time, against {trial.Server}radslag/{slug}");
        trial.Timings.Begin();
        await PlayAsync();
        trial.Timings.Print(output);
        return await CheckAsync(new Checks(output), new Box(database, slug), slug);
    }

    /// <summary>Acts begin in the order of time; those of one voter also wait for each other.</summary>
    private async Task PlayAsync()
    {
        using var places = new SemaphoreSlim(parallel);
        var latest = new Dictionary<string, Task>(StringComparer.Ordinal);
        foreach (var act in history.Acts)
        {
            await places.WaitAsync();
            latest[act.Voter] = ActAsync(act, latest.GetValueOrDefault(act.Voter, Task.CompletedTask), places);
        }

        await Task.WhenAll(latest.Values);
    }

    private async Task ActAsync(VoteAct act, Task earlier, SemaphoreSlim places)
    {
        await earlier;
        try
        {
            var (resident, choice) = (_voters[act.Voter], StatementConsultation.ChoiceOf(act.Value));
            var first = resident.Receipts.Count == 0;
            if (first)
            {
                await resident.SignInAsync(null);
            }

            if (!(first ? await resident.AnswerOneAsync(act.Statement + 1, choice) : await resident.ChangeAsync((act.Statement + 1, choice), copies: 1)))
            {
                throw new LoadException("The vote was refused");
            }
        }
        catch (Exception e) when (e is LoadException or HttpRequestException or IOException or InvalidOperationException or System.Text.Json.JsonException)
        {
            trial.Timings.Error($"voter {act.Voter} on statement {act.Statement}: {e.Message}");
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<int> CheckAsync(Checks checks, Box box, string slug)
    {
        checks.Equal("errors", 0, trial.Timings.Errors);
        var open = await box.ReadAsync();
        checks.Equal("ballots, one per voter", history.LastVotes.Count, open.Ballots);
        checks.Equal("casts, one per act", history.Acts.Count, open.Casts);
        checks.Equal("changes counted", history.Acts.Count - history.LastVotes.Count, open.Changes);
        checks.None(
            "every voter's stored answer is the row of participants-votes.csv",
            [.. history.LastVotes.Where(v => open.SheetByReceipt.GetValueOrDefault(_voters[v.Key].Receipts[^1].Receipt) != SheetOf(v.Value)).Select(v => $"voter {v.Key}")]);

        await box.CloseInAsync(5);
        await box.SealedAsync(_untilSealed);
        var sealedBox = await box.ReadAsync();
        checks.Holds(
            "the sealed answers are the rows of participants-votes.csv, each once",
            sealedBox.SheetByReceipt.Values.Order(StringComparer.Ordinal).SequenceEqual(history.LastVotes.Values.Select(SheetOf).Order(StringComparer.Ordinal)),
            "they differ");
        checks.Equal("answers on the result page", history.LastVotes.Count, await PublicResult.AnswersAsync(trial, slug));
        var published = await PublicResult.ReadAsync(trial, slug);
        checks.None($"the {published.Count} published figures are the last votes", Wrong(published, LastVotes));
        var twice = Enumerable.Range(0, history.Statements.Count).Count(s =>
            history.PublishedTallies[s] != (Published(published, s, 1), Published(published, s, -1)));
        var counted = Enumerable.Range(0, history.Statements.Count).Count(s => history.PublishedTallies[s] != (LastVotes(s, 1), LastVotes(s, -1)));
        checks.Equal("statements where comments.csv counts changed votes twice and the result does not", counted, twice);
        checks.Equal("errors at the end", 0, trial.Timings.Errors);
        return checks.Failed == 0 ? 0 : 1;
    }

    private int LastVotes(int statement, int vote) => history.LastVotes.Values.Count(v => v.TryGetValue(statement, out var last) && last == vote);

    private int Published(Dictionary<(string Question, string Choice), int> published, int statement, int vote) =>
        published.GetValueOrDefault((history.Statements[statement], StatementConsultation.LabelOf(vote)), -1);

    private List<string> Wrong(Dictionary<(string Question, string Choice), int> published, Func<int, int, int> expected) =>
    [
        .. from statement in Enumerable.Range(0, history.Statements.Count)
           from vote in Votes
           where Published(published, statement, vote) != expected(statement, vote)
           select $"statement {statement}, {vote}: {expected(statement, vote)} voted, {Published(published, statement, vote)} published",
    ];

    private static string SheetOf(IReadOnlyDictionary<int, int> votes)
    {
        var sheet = new AnswerSheet();
        foreach (var (statement, vote) in votes)
        {
            sheet.Set(StatementConsultation.KeyOf(statement), new Answer([StatementConsultation.ChoiceOf(vote)], ""));
        }

        return sheet.ToJson();
    }
}
