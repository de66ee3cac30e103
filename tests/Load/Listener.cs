using System.Diagnostics;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Medborgardialog.Load;

/// <summary>One who follows the thread live, and does what the browser's script does: counts the sequence and fetches what is missing.</summary>
internal sealed class Listener(Talk talk, Network network) : IAsyncDisposable
{
    private const int MostFetches = 5;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly List<(SeenPost Post, long At)> _seen = [];
    private HubConnection? _connection;
    private long _sequence = talk.FirstSequence;
    private bool _ending;

    /// <summary>Posts in the order they came, with the timestamp of their arrival.</summary>
    public IReadOnlyList<(SeenPost Post, long At)> Seen => _seen;

    public long Sequence => Interlocked.Read(ref _sequence);

    /// <summary>How many times something had to be fetched because it was not told live.</summary>
    public int Fetched { get; private set; }

    public async Task StartAsync()
    {
        _connection = new HubConnectionBuilder()
            .WithUrl(new Uri(network.Server, "/live/dialog"), o =>
            {
                o.Transports = HttpTransportType.WebSockets;
                o.SkipNegotiation = true;
            })
            .Build();

        // More than twice what the server says between its signs of life.
        _connection.ServerTimeout = TimeSpan.FromSeconds(75);
        _connection.On<News>("Changed", TakeAsync);
        _connection.Closed += _ => _ending ? Task.CompletedTask : ConnectAsync();
        await ConnectAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _ending = true;
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        _one.Dispose();
    }

    /// <summary>Connects, again if need be, and catches up.</summary>
    private async Task ConnectAsync()
    {
        while (!_ending)
        {
            try
            {
                await (network.WhenGone?.Invoke() ?? Task.CompletedTask);
                await _connection!.StartAsync();
                var told = await _connection.InvokeAsync<long?>("Follow", talk.ThreadId) ?? throw new LoadException("The thread cannot be followed");
                await _one.WaitAsync();
                try
                {
                    await CatchUpAsync(told);
                }
                finally
                {
                    _one.Release();
                }

                return;
            }
            catch (Exception e) when (network.WhenGone is not null && e is not LoadException)
            {
                // The server went away again.
                await _connection!.StopAsync();
            }
        }
    }

    private async Task TakeAsync(News news)
    {
        await _one.WaitAsync();
        try
        {
            // Something between was not told to this connection.
            await CatchUpAsync(news.From);
            foreach (var post in news.Posts.Where(p => p.Sequence > _sequence))
            {
                Keep(new SeenPost(post.Number, post.Sequence, Talk.TextOfHtml(post.Html)));
            }

            Interlocked.Exchange(ref _sequence, Math.Max(_sequence, news.To));
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task CatchUpAsync(long told)
    {
        if (told <= _sequence)
        {
            return;
        }

        Fetched++;
        for (var tries = 0; _sequence < told && tries < MostFetches; tries++)
        {
            // Signed-out readers may share a page that is a second old.
            await Task.Delay(TimeSpan.FromMilliseconds(tries * 500));
            var (posts, sequence) = await talk.SinceAsync(_sequence);
            foreach (var post in posts)
            {
                Keep(post);
            }

            Interlocked.Exchange(ref _sequence, Math.Max(_sequence, sequence));
        }
    }

    private void Keep(SeenPost post) => _seen.Add((post, Stopwatch.GetTimestamp()));

    internal sealed record News(long From, long To, IReadOnlyList<NewPost> Posts);

    internal sealed record NewPost(int Number, int? Under, long Sequence, string Html);
}
