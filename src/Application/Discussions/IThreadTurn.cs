using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;

namespace Medborgardialog.Application.Discussions;

/// <summary>
/// One change at a time per thread: the thread's row is locked, changed, saved and committed, so that its sequence has no
/// gaps and follows the commits. Readers hear of it right after the commit.
/// </summary>
public interface IThreadTurn
{
    /// <summary><see cref="ThreadNotFound"/> when there is no such thread; nothing is saved when <paramref name="change"/> fails.</summary>
    Task<Result<T>> TakeAsync<T>(Guid threadId, Func<TalkThread, Task<Result<T>>> change, CancellationToken cancellationToken)
        where T : notnull;
}

/// <summary>Tells those who follow a thread on this and other nodes that it has changed. Never waits and never fails.</summary>
public interface IThreadBroadcast
{
    /// <summary>Posts were written, edited, hidden or shown again.</summary>
    void Changed(Guid threadId);

    /// <summary>Only counts of reactions are new; they may wait.</summary>
    void Reacted(Guid threadId);
}

/// <summary>Adds or takes away a reaction in one statement, without waiting for the thread.</summary>
public interface IReactionCounter
{
    /// <summary>The counts afterwards. Asking for what already is changes nothing.</summary>
    Task<ReactionCounts> SetAsync(Guid postId, Guid personId, ReactionKind kind, bool on, CancellationToken cancellationToken);
}

public sealed record ReactionCounts(int Good, int Thoughtful);
