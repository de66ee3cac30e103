using System.Collections.Concurrent;
using Medborgardialog.Application.Discussions;

namespace Medborgardialog.Web.Live;

/// <summary>Those on this node who follow one thread, and how far they have been told.</summary>
internal sealed class ThreadRoom(ThreadFollowed thread)
{
    private readonly ConcurrentDictionary<string, Reader> _readers = new(StringComparer.Ordinal);
    private long _sequence = thread.Sequence;

    public Guid Id => thread.ThreadId;

    public string Address => thread.Address;

    public Lane Posts { get; } = new();

    public Lane Reactions { get; } = new();

    /// <summary>Counts as last told, by number of the post.</summary>
    public Dictionary<int, PostReactions> Counts { get; } = [];

    /// <summary>When counts were last told, as a timestamp of the clock; 0 for never.</summary>
    public long CountsToldAt { get; set; }

    /// <summary>Everything up to here has been sent to those who were in the room.</summary>
    public long Sequence
    {
        get => Interlocked.Read(ref _sequence);
        set => Interlocked.Exchange(ref _sequence, value);
    }

    public bool IsEmpty => _readers.IsEmpty;

    public ICollection<Reader> Readers => _readers.Values;

    /// <summary>From 100 ms when few follow to 250 ms for a crowd of 2,000: more posts in one sending.</summary>
    public TimeSpan Window => TimeSpan.FromMilliseconds(100 + 150 * Math.Min(1.0, _readers.Count / 2000.0));

    public void Add(Reader reader) => _readers[reader.ConnectionId] = reader;

    public void Remove(string connectionId) => _readers.TryRemove(connectionId, out _);
}

/// <summary>One piece of work at a time; asked for during the work, it is done once more.</summary>
internal sealed class Lane
{
    private readonly Lock _gate = new();
    private bool _running;
    private bool _asked;

    /// <summary>True when the one who asks shall begin.</summary>
    public bool Ask()
    {
        lock (_gate)
        {
            _asked = true;
            return !_running && (_running = true);
        }
    }

    /// <summary>The asking is taken care of from here.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _asked = false;
        }
    }

    /// <summary>True when it shall be done again.</summary>
    public bool Again()
    {
        lock (_gate)
        {
            return _running = _asked;
        }
    }
}
