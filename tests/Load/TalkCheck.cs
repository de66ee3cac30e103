using System.Diagnostics;

namespace Medborgardialog.Load;

/// <summary>What was written against what the page shows and what the listeners were told.</summary>
internal static class TalkCheck
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    public static async Task CheckAsync(Checks checks, Talk talk, IReadOnlyList<Listener> listeners, Timings timings)
    {
        var (posts, sequence) = await talk.SinceAsync(talk.FirstSequence);
        var visible = talk.Sent.Where(p => !p.IsHeld).ToDictionary(p => p.Number);
        checks.Equal("posts in the thread, one per post that its author saw", visible.Count, posts.Count);
        checks.None(
            "every post is in the thread once, as it was written",
            [.. visible.Values.Where(p => posts.Count(s => s.Number == p.Number && s.Text == p.Text) != 1).Select(p => $"post {p.Number}")]);
        await CaughtUpAsync(listeners, sequence);
        var wrong = listeners.Select((l, i) => (Listener: i, Wrong: WrongWith(l, posts))).Where(l => l.Wrong is not null).Select(l => $"listener {l.Listener}: {l.Wrong}");
        checks.None($"{listeners.Count} listeners got {posts.Count} posts each, once and in order ({listeners.Sum(l => l.Fetched)} times after fetching)", [.. wrong]);
        foreach (var (post, at) in listeners.SelectMany(l => l.Seen))
        {
            if (visible.TryGetValue(post.Number, out var sent))
            {
                timings.Took("live: post seen by a listener", Stopwatch.GetElapsedTime(sent.SentAt, at));
            }
        }
    }

    private static string? WrongWith(Listener listener, IReadOnlyList<SeenPost> posts)
    {
        var seen = listener.Seen.Select(s => s.Post).ToList();
        return seen.Count != posts.Count ? $"{seen.Count} posts of {posts.Count}"
            : seen.Zip(seen.Skip(1)).Any(p => p.First.Sequence >= p.Second.Sequence) ? "not in order"
            : seen.SequenceEqual(posts) ? null
            : "other texts";
    }

    private static async Task CaughtUpAsync(IReadOnlyList<Listener> listeners, long sequence)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var from = Stopwatch.GetTimestamp();
        while (listeners.Any(l => l.Sequence < sequence) && Stopwatch.GetElapsedTime(from) < _patience)
        {
            await timer.WaitForNextTickAsync();
        }
    }
}
