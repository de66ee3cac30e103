using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;

namespace Medborgardialog.Web.Tests;

internal sealed record NewsHeard(long From, long To, IReadOnlyList<PostHeard> Posts);

internal sealed record PostHeard(int Number, int? Under, long Sequence, string Html);

internal sealed record CountsHeard(int Number, int Good, int Thoughtful);

/// <summary>A browser that follows a thread, without its page.</summary>
internal sealed class TalkListener : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HubConnection _hub;
    private readonly Channel<NewsHeard> _news = Channel.CreateUnbounded<NewsHeard>();
    private readonly Channel<IReadOnlyList<CountsHeard>> _counts = Channel.CreateUnbounded<IReadOnlyList<CountsHeard>>();

    private TalkListener(string address)
    {
        _hub = new HubConnectionBuilder().WithUrl(new Uri(address)).Build();
        _hub.On<NewsHeard>("Changed", news => _news.Writer.TryWrite(news));
        _hub.On<IReadOnlyList<CountsHeard>>("Reacted", counts => _counts.Writer.TryWrite(counts));
    }

    /// <summary>What Follow answered: the latest change told, or null where there is nothing to follow.</summary>
    public long? Followed { get; private set; }

    /// <param name="prefix">Of the language, <c>/en</c> or empty.</param>
    public static async Task<TalkListener> FollowAsync(string address, Guid threadId, string prefix = "")
    {
        var listener = new TalkListener($"{address}{prefix}/live/dialog");
        await listener._hub.StartAsync();
        listener.Followed = await listener._hub.InvokeAsync<long?>("Follow", threadId);
        return listener;
    }

    /// <summary>Every post in the order heard, until the change <paramref name="last"/> has come.</summary>
    /// <exception cref="InvalidOperationException">A message does not begin where the one before ended.</exception>
    public async Task<IReadOnlyList<PostHeard>> UntilAsync(long last)
    {
        using var patience = new CancellationTokenSource(Patience);
        var heard = new List<PostHeard>();
        long? to = null;
        while (to is null || to < last)
        {
            var news = await _news.Reader.ReadAsync(patience.Token);
            if (to is not null && news.From != to)
            {
                throw new InvalidOperationException($"From {news.From} after {to}.");
            }

            to = news.To;
            heard.AddRange(news.Posts);
        }

        return heard;
    }

    public async Task<IReadOnlyList<CountsHeard>> CountsAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _counts.Reader.ReadAsync(patience.Token);
    }

    public async ValueTask DisposeAsync() => await _hub.DisposeAsync();
}
