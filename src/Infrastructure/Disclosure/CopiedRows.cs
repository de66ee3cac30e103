using System.Buffers.Binary;

namespace Medborgardialog.Infrastructure.Disclosure;

/// <summary>
/// Rows of <c>COPY … TO STDOUT (FORMAT BINARY)</c>, one at a time in one buffer that is used again, so that nothing is allocated for a row
/// however many there are. The format is PostgreSQL's, see its documentation of COPY, "Binary Format".
/// </summary>
/// <param name="stream">From <c>BeginRawBinaryCopyAsync</c>. Disposed together with the reader.</param>
internal sealed class CopiedRows(Stream stream) : IAsyncDisposable
{
    private const int Signature = 11;
    private byte[] _buffer = new byte[64 * 1024];
    private (int Start, int Length)[] _fields = [];
    private int _start;
    private int _end;
    private bool _isBegun;

    /// <summary>A field of the row, as PostgreSQL sends its type; empty for null. Until the next row is read.</summary>
    public ReadOnlySpan<byte> this[int field] => _buffer.AsSpan(_fields[field].Start, Math.Max(0, _fields[field].Length));

    public bool IsNull(int field) => _fields[field].Length < 0;

    public long Int64(int field) => BinaryPrimitives.ReadInt64BigEndian(this[field]);

    public short Int16(int field) => BinaryPrimitives.ReadInt16BigEndian(this[field]);

    public bool Boolean(int field) => this[field][0] != 0;

    /// <summary>False after the last row. Throws <see cref="EndOfStreamException"/> when the server stopped in the middle.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (!_isBegun && !SkipHeader())
        {
            await FillAsync(cancellationToken);
        }

        bool? isRow;
        while ((isRow = Parse()) is null)
        {
            await FillAsync(cancellationToken);
        }

        return isRow.Value;
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    /// <summary>Signature, flags, and an extension that is told the length of.</summary>
    private bool SkipHeader()
    {
        if (_end < Signature + 8)
        {
            return false;
        }

        _isBegun = true;
        _start = Signature + 8 + BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(Signature + 4));
        return true;
    }

    /// <summary>True for a row, false for the end, null when the buffer holds neither yet.</summary>
    private bool? Parse()
    {
        if (_end - _start < sizeof(short))
        {
            return null;
        }

        var (count, at) = (BinaryPrimitives.ReadInt16BigEndian(_buffer.AsSpan(_start)), _start + sizeof(short));
        if (count < 0)
        {
            return false;
        }

        if (_fields.Length != count)
        {
            _fields = new (int, int)[count];
        }

        for (var i = 0; i < count; i++)
        {
            if (_end - at < sizeof(int))
            {
                return null;
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(_buffer.AsSpan(at));
            _fields[i] = (at + sizeof(int), length);
            at += sizeof(int) + Math.Max(0, length);
            if (at > _end)
            {
                return null;
            }
        }

        _start = at;
        return true;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        else if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read > 0 ? read : throw new EndOfStreamException();
    }
}
