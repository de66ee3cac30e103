using Medborgardialog.Application.Common;

namespace Medborgardialog.Application.Discussions;

/// <summary>Those who follow the thread shall see its latest changes. Many of them make one sending.</summary>
public sealed record ThreadChanged(Guid ThreadId) : IOutboxMessage;

/// <summary>Tells the broadcast, which has usually heard it already; here for the case that the node died in between.</summary>
public sealed class ThreadChangedHandler(IThreadBroadcast broadcast) : IOutboxHandler<ThreadChanged>
{
    public Task HandleAsync(ThreadChanged message, CancellationToken cancellationToken)
    {
        broadcast.Changed(message.ThreadId);
        return Task.CompletedTask;
    }
}
