using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Medborgardialog.Benchmarks.Measuring;

/// <summary>The parts of an HTTP/1.1 answer that a measurement needs.</summary>
/// <param name="Bytes">Bytes on the wire, head and body.</param>
internal sealed record Answer(int Status, string Head, byte[] Body, int Bytes)
{
    public string? Header(string name)
    {
        var at = Head.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var start = at + name.Length + 3;
        return Head[start..Head.IndexOf("\r\n", start, StringComparison.Ordinal)].Trim();
    }
}

/// <summary>
/// A keep-alive HTTP/1.1 connection on a bare socket. It does as little as possible, so that on two shared cores the server
/// under measurement, and not the client, is what is measured.
/// </summary>
internal sealed class Connection(Uri server) : IDisposable
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private Socket? _socket;
    private int _start;
    private int _end;

    public async Task<Answer> SendAsync(ReadOnlyMemory<byte> request)
    {
        if (_socket is null)
        {
            _socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await _socket.ConnectAsync(server.Host, server.Port);
        }

        await _socket.SendAsync(request);
        var head = await ReadHeadAsync();
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var answer = new Answer(status, head, [], head.Length);
        byte[] body;
        if (string.Equals(answer.Header("Transfer-Encoding"), "chunked", StringComparison.OrdinalIgnoreCase))
        {
            body = await ReadChunksAsync();
        }
        else
        {
            var length = int.Parse(answer.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture);
            body = await ReadExactlyAsync(length);
        }

        if (string.Equals(answer.Header("Connection"), "close", StringComparison.OrdinalIgnoreCase))
        {
            Close();
        }

        return answer with { Body = body, Bytes = head.Length + body.Length };
    }

    public void Dispose() => Close();

    private void Close()
    {
        _socket?.Dispose();
        _socket = null;
        _start = _end = 0;
    }

    private async Task<string> ReadHeadAsync()
    {
        while (true)
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8);
            if (at >= 0)
            {
                var head = Encoding.Latin1.GetString(_buffer, _start, at + 4);
                _start += at + 4;
                return head;
            }

            await FillAsync();
        }
    }

    private async Task<byte[]> ReadExactlyAsync(int length)
    {
        var body = new byte[length];
        var done = 0;
        while (done < length)
        {
            if (_start == _end)
            {
                await FillAsync();
            }

            var part = Math.Min(length - done, _end - _start);
            _buffer.AsSpan(_start, part).CopyTo(body.AsSpan(done));
            _start += part;
            done += part;
        }

        return body;
    }

    private async Task<byte[]> ReadChunksAsync()
    {
        using var body = new MemoryStream();
        while (true)
        {
            var size = int.Parse(await ReadLineAsync(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await ReadExactlyAsync(size));
            await ReadLineAsync();
            if (size == 0)
            {
                return body.ToArray();
            }
        }
    }

    private async Task<string> ReadLineAsync()
    {
        while (true)
        {
            var at = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n"u8);
            if (at >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, _start, at);
                _start += at + 2;
                return line;
            }

            await FillAsync();
        }
    }

    private async Task FillAsync()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        var read = await _socket!.ReceiveAsync(_buffer.AsMemory(_end));
        if (read == 0)
        {
            throw new IOException("The server closed the connection.");
        }

        _end += read;
    }
}
