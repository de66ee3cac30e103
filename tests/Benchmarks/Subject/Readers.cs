using System.Globalization;
using System.Text;
using System.Text.Json;
using Medborgardialog.Benchmarks.Measuring;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Medborgardialog.Benchmarks.Subject;

/// <summary>Many who follow one thread live, each over a WebSocket of its own.</summary>
internal sealed class Readers : IAsyncDisposable
{
    private readonly List<HubConnection> _connections = [];
    private long _received;

    private Readers()
    {
    }

    /// <summary>Posts that have come, all readers together.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <param name="thread">Path of the thread's page.</param>
    public static async Task<Readers> FollowAsync(Uri server, string thread, int count)
    {
        var id = await ThreadIdAsync(server, thread);
        var readers = new Readers();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, cancellationToken) =>
        {
            var connection = new HubConnectionBuilder()
                .WithUrl(new Uri(server, "/live/dialog"), o =>
                {
                    o.Transports = HttpTransportType.WebSockets;
                    o.SkipNegotiation = true;
                })
                .Build();
            connection.ServerTimeout = TimeSpan.FromSeconds(75);
            connection.On<JsonElement>("Changed", news => Interlocked.Add(ref readers._received, news.GetProperty("posts").GetArrayLength()));
            await connection.StartAsync(cancellationToken);
            if (await connection.InvokeAsync<long?>("Follow", id, cancellationToken) is null)
            {
                throw new InvalidOperationException("The thread cannot be followed.");
            }

            lock (readers._connections)
            {
                readers._connections.Add(connection);
            }
        });
        return readers;
    }

    public async ValueTask DisposeAsync() => await Parallel.ForEachAsync(_connections, async (connection, _) => await connection.DisposeAsync());

    private static async Task<Guid> ThreadIdAsync(Uri server, string thread)
    {
        using var connection = new Connection(server);
        var html = Encoding.UTF8.GetString((await connection.SendAsync(Http.Get(server, thread))).Body);
        const string Attribute = "data-trad=\"";
        var at = html.IndexOf(Attribute, StringComparison.Ordinal) + Attribute.Length;
        return Guid.Parse(html.AsSpan(at, 36), CultureInfo.InvariantCulture);
    }
}
