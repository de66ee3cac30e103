using Medborgardialog.Application.Discussions;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.SignalR;

namespace Medborgardialog.Web.Live;

/// <summary>What a browser is told.</summary>
internal interface IDialogClient
{
    /// <summary>Posts were written, edited, hidden or shown again.</summary>
    Task Changed(ThreadNews news);

    /// <summary>Counts of reactions that are new.</summary>
    Task Reacted(IReadOnlyList<PostReactions> counts);
}

/// <summary>The changes after <paramref name="From"/> up to <paramref name="To"/>. Who has seen less than <paramref name="From"/> fetches the rest.</summary>
internal sealed record ThreadNews(long From, long To, IReadOnlyList<ChangedPost> Posts);

/// <param name="Under">Number of the post it is shown under; null at the top level.</param>
/// <param name="Html">The public part, independent of who looks.</param>
internal sealed record ChangedPost(int Number, int? Under, long Sequence, string Html);

/// <summary>Live reading. Nothing is written here: writing is a form post.</summary>
internal sealed class DialogueHub(FollowThreadHandler follow, ThreadRooms rooms, OpenConnections connections) : Hub<IDialogClient>
{
    private const string Room = "trad";

    /// <summary>
    /// Follows one thread, instead of the one before. The latest change that those who follow have been told of, for the browser to see
    /// whether it has missed something; null where there is no such thread or it may not be read.
    /// </summary>
    public async Task<long?> Follow(Guid threadId)
    {
        Leave();
        var followed = await follow.HandleAsync(new FollowThreadQuery(threadId), Context.ConnectionAborted);
        if (!followed.IsSuccess || connections.Find(Context.ConnectionId) is not { } connection)
        {
            return null;
        }

        var isEnglish = Context.GetHttpContext()?.Request.PathBase.Value?.EndsWith(Language.EnglishPrefix, StringComparison.Ordinal) == true;
        Context.Items[Room] = threadId;
        return rooms.Enter(followed.Value, new Reader(connection, isEnglish));
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        Leave();
        return base.OnDisconnectedAsync(exception);
    }

    private void Leave()
    {
        if (Context.Items.Remove(Room, out var before) && before is Guid threadId)
        {
            rooms.Leave(threadId, Context.ConnectionId);
        }
    }
}
