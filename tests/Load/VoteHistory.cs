using System.Globalization;

namespace Medborgardialog.Load;

/// <param name="Statement">Number from 0.</param>
/// <param name="Value">1 agrees, -1 disagrees, 0 passes.</param>
internal sealed record VoteAct(long At, int Statement, string Voter, int Value);

/// <summary>
/// A published vote history in the form of the Polis open data: <c>comments.csv</c>, <c>votes.csv</c> with one row per act, and
/// <c>participants-votes.csv</c> with the last vote of each participant on each statement, which is what must come out.
/// </summary>
internal sealed record VoteHistory(
    IReadOnlyList<string> Statements, IReadOnlyList<VoteAct> Acts, IReadOnlyDictionary<string, IReadOnlyDictionary<int, int>> LastVotes,
    IReadOnlyDictionary<int, (int Agrees, int Disagrees)> PublishedTallies)
{
    public static async Task<VoteHistory> ReadAsync(string folder)
    {
        var comments = await RowsAsync(folder, "comments.csv");
        var votes = await RowsAsync(folder, "votes.csv");
        var last = await RowsAsync(folder, "participants-votes.csv");
        return new VoteHistory(
            [.. comments.OrderBy(c => Whole(c["comment-id"])).Select(c => Plain(c["comment-body"]))],
            [.. votes.Select(v => new VoteAct(long.Parse(v["timestamp"], CultureInfo.InvariantCulture), Whole(v["comment-id"]), v["voter-id"], Whole(v["vote"]))).OrderBy(v => v.At)],
            last.ToDictionary(p => p["participant"], LastOf, StringComparer.Ordinal),
            comments.ToDictionary(c => Whole(c["comment-id"]), c => (Whole(c["agrees"]), Whole(c["disagrees"]))));
    }

    /// <summary>The texts of <c>comments.csv</c> alone, for posts.</summary>
    public static async Task<IReadOnlyList<string>> TextsAsync(string folder) =>
        [.. (await RowsAsync(folder, "comments.csv")).Select(c => Plain(c["comment-body"])).Where(t => t.Length > 0)];

    private static IReadOnlyDictionary<int, int> LastOf(Dictionary<string, string> row) => row
        .Where(c => c.Key.All(char.IsAsciiDigit) && c.Value.Length > 0)
        .ToDictionary(c => Whole(c.Key), c => Whole(c.Value));

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // Line ends and spaces at the ends would be lost in a file of figures; they say nothing.
    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<List<Dictionary<string, string>>> RowsAsync(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            throw new ArgumentsWrongException($"{path} does not exist: the folder holds comments.csv, votes.csv and participants-votes.csv.");
        }

        var rows = Csv.Parse(await File.ReadAllTextAsync(path), ',').ToList();
        return [.. rows.Skip(1).Where(r => r.Count == rows[0].Count).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }
}
