using Microsoft.AspNetCore.SignalR;

namespace Medborgardialog.Web.Live;

/// <summary>One browser that follows a thread.</summary>
internal sealed class Reader(HubConnectionContext connection, bool isEnglish)
{
    private Task _writing = Task.CompletedTask;

    public string ConnectionId => connection.ConnectionId;

    public bool IsEnglish => isEnglish;

    /// <summary>
    /// Never waits. Who has not taken the message before, with a full buffer in between, is cut off: it connects again and fetches
    /// what it missed, and nobody else waits for it.
    /// </summary>
    public void Send(SerializedHubMessage message)
    {
        if (!_writing.IsCompleted)
        {
            connection.Abort();
            return;
        }

        var write = connection.WriteAsync(message, CancellationToken.None);
        _writing = write.IsCompleted ? Task.CompletedTask : write.AsTask();
    }
}
