using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Medborgardialog.Web.Live;

/// <summary>
/// Knows the connections themselves, so that a message is serialised once and a reader that lags is seen: what SignalR's groups do
/// not tell is whether the write of one member has come to an end.
/// </summary>
internal sealed class OpenConnections(ILogger<DefaultHubLifetimeManager<DialogueHub>> logger) : DefaultHubLifetimeManager<DialogueHub>(logger)
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> _open = new(StringComparer.Ordinal);

    public HubConnectionContext? Find(string connectionId) => _open.GetValueOrDefault(connectionId);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _open[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        _open.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }
}
