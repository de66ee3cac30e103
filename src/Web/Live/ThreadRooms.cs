using System.Collections.Concurrent;
using System.Globalization;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Medborgardialog.Web.Live;

/// <summary>
/// Tells this node's readers what has changed in their thread. Changes of a thread are collected in windows, each changed post is
/// rendered once, and the message is serialised once. Changes made by other nodes are seen by looking at the sequences of the threads
/// that somebody here follows (docs/adr/0020).
/// </summary>
internal sealed class ThreadRooms(
    IServiceScopeFactory scopes, PostFragments fragments, IOutputCacheStore pages, TimeProvider clock, IHostApplicationLifetime lifetime,
    ILogger<ThreadRooms> logger)
    : BackgroundService, IThreadBroadcast
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _countsPause = TimeSpan.FromSeconds(10);
    private const int LooksPerCounts = 10;
    private readonly ConcurrentDictionary<Guid, ThreadRoom> _rooms = new();
    private readonly Lock _door = new();

    /// <returns>What those in the room have been told of; whoever has seen less fetches the rest.</returns>
    public long Enter(ThreadFollowed thread, Reader reader)
    {
        lock (_door)
        {
            var room = _rooms.GetOrAdd(thread.ThreadId, _ => new ThreadRoom(thread));

            // In this order: what is sent between the two lines reaches the reader, what was sent before is in the number.
            room.Add(reader);
            return Math.Max(room.Sequence, thread.Sequence);
        }
    }

    public void Leave(Guid threadId, string connectionId)
    {
        lock (_door)
        {
            if (_rooms.TryGetValue(threadId, out var room))
            {
                room.Remove(connectionId);
                if (room.IsEmpty)
                {
                    _rooms.TryRemove(threadId, out _);
                }
            }
        }
    }

    public void Changed(Guid threadId)
    {
        _ = EvictAsync(threadId);
        if (_rooms.TryGetValue(threadId, out var room) && room.Posts.Ask())
        {
            _ = ServeAsync(room, room.Posts, () => room.Window, SendPostsAsync);
        }
    }

    public void Reacted(Guid threadId)
    {
        if (_rooms.TryGetValue(threadId, out var room) && room.Reactions.Ask())
        {
            _ = ServeAsync(room, room.Reactions, () => UntilCounts(room), SendCountsAsync);
        }
    }

    /// <summary>Also mends what a fault has left unsent here.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_look, clock);
        var looks = 0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (_rooms.IsEmpty)
            {
                continue;
            }

            try
            {
                if (++looks % LooksPerCounts == 0)
                {
                    // Reactions have no sequence to look at.
                    _rooms.Keys.ToList().ForEach(Reacted);
                }

                foreach (var (threadId, sequence) in await AskAsync<ListThreadSequencesHandler, IReadOnlyList<ThreadSequence>>(
                    h => h.HandleAsync(new ListThreadSequencesQuery([.. _rooms.Keys]), stoppingToken)))
                {
                    if (_rooms.TryGetValue(threadId, out var room) && room.Sequence < sequence)
                    {
                        Changed(threadId);
                    }
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.LogWarning(error, "The sequences of the threads could not be read");
            }
        }
    }

    private async Task EvictAsync(Guid threadId)
    {
        try
        {
            await pages.EvictByTagAsync(ReadersCache.Tag(threadId), lifetime.ApplicationStopping);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // It runs out within a second anyway.
            logger.LogWarning(error, "Kept pages of thread {Thread} could not be dropped", threadId);
        }
    }

    private async Task ServeAsync(ThreadRoom room, Lane lane, Func<TimeSpan> pause, Func<ThreadRoom, Task> send)
    {
        do
        {
            try
            {
                await Task.Delay(pause(), clock, lifetime.ApplicationStopping);
                lane.Begin();
                await send(room);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.LogWarning(error, "Changes of thread {Thread} could not be sent", room.Id);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
        while (lane.Again());
    }

    private async Task SendPostsAsync(ThreadRoom room)
    {
        IReadOnlyList<PostView> posts;
        do
        {
            var from = room.Sequence;
            posts = await AskAsync<ListThreadChangesHandler, IReadOnlyList<PostView>>(
                h => h.HandleAsync(new ListThreadChangesQuery(room.Id, from), lifetime.ApplicationStopping));
            if (posts.Count == 0)
            {
                return;
            }

            var to = posts[^1].Sequence;

            // Before the readers are counted up, see Enter.
            room.Sequence = to;
            try
            {
                foreach (var readers in room.Readers.GroupBy(r => r.IsEnglish))
                {
                    var changed = await RenderAsync(room, posts, readers.Key);
                    Send(readers, nameof(IDialogClient.Changed), new ThreadNews(from, to, changed));
                }
            }
            catch
            {
                room.Sequence = from;
                throw;
            }
        }
        while (posts.Count == GetThreadHandler.MostChanges);
    }

    private async Task<IReadOnlyList<ChangedPost>> RenderAsync(ThreadRoom room, IReadOnlyList<PostView> posts, bool isEnglish)
    {
        // Of this asynchronous method and what it calls, of nothing else.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = isEnglish ? Language.English : Language.Swedish;
        var changed = new List<ChangedPost>(posts.Count);
        foreach (var post in posts)
        {
            changed.Add(new ChangedPost(post.Number, post.Under, post.Sequence, await fragments.GetAsync(post, room.Address, isOpen: true)));
        }

        return changed;
    }

    private async Task SendCountsAsync(ThreadRoom room)
    {
        var counts = await AskAsync<ListReactionCountsHandler, IReadOnlyList<PostReactions>>(
            h => h.HandleAsync(new ListReactionCountsQuery(room.Id), lifetime.ApplicationStopping));
        var news = counts.Where(c => !room.Counts.TryGetValue(c.Number, out var told) || told != c).ToList();
        news.ForEach(c => room.Counts[c.Number] = c);
        room.CountsToldAt = clock.GetTimestamp();
        if (news.Count > 0)
        {
            Send(room.Readers, nameof(IDialogClient.Reacted), news);
        }
    }

    /// <summary>The first at once, then at most every ten seconds.</summary>
    private TimeSpan UntilCounts(ThreadRoom room)
    {
        var wait = room.CountsToldAt == 0 ? TimeSpan.Zero : _countsPause - clock.GetElapsedTime(room.CountsToldAt);
        return wait > room.Window ? wait : room.Window;
    }

    private static void Send(IEnumerable<Reader> readers, string method, object argument)
    {
        var message = new SerializedHubMessage(new InvocationMessage(method, [argument]));
        foreach (var reader in readers)
        {
            reader.Send(message);
        }
    }

    private async Task<TValue> AskAsync<THandler, TValue>(Func<THandler, Task<Result<TValue>>> ask)
        where THandler : IUseCase
        where TValue : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await ask(scope.ServiceProvider.GetRequiredService<THandler>())).Value!;
    }
}
