using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Medborgardialog.Web.Tests;

/// <summary>
/// Counts the statements that reach the database while something is asked, through EF Core or not: both go through Npgsql,
/// which reports each command as an activity of the request that sent it. Other requests and background work are not counted.
/// </summary>
internal sealed class StatementCounter : IDisposable
{
    private readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>> _seen = new();
    private readonly ActivityListener _listener;

    public StatementCounter()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The statements, in order.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> asking)
    {
        // The client sends the trace along, and the server makes its own activity a child of it.
        using var trace = new Activity("counted").SetIdFormat(ActivityIdFormat.W3C).Start();
        await asking();
        return _seen.TryGetValue(trace.TraceId, out var statements) ? [.. statements] : [];
    }

    public void Dispose() => _listener.Dispose();

    private void Note(Activity activity)
    {
        if (activity.Source.Name != "Npgsql" || (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is not string text)
        {
            return;
        }

        // A batch is one activity with the number of its statements.
        var count = Convert.ToInt32(activity.GetTagItem("db.operation.batch.size") ?? 1, CultureInfo.InvariantCulture);
        var statements = _seen.GetOrAdd(activity.TraceId, _ => new ConcurrentQueue<string>());
        for (var i = 0; i < count; i++)
        {
            statements.Enqueue(text);
        }
    }
}
