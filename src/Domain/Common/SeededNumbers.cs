using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Medborgardialog.Domain.Common;

/// <summary>
/// Random numbers that anybody can make again from a public seed, on any machine and in any language.
/// <list type="number">
/// <item>Block number c (from 0) is SHA-256 of the UTF-8 text <c>seed:c</c>. It gives four numbers of 64 bits, big-endian, in order.</item>
/// <item>A whole number below m is the next number r modulo m; r is thrown away and the next taken when r ≥ 2^64 − (2^64 mod m), so that
/// every outcome is as likely (rejection sampling).</item>
/// </list>
/// </summary>
/// <param name="seed">Any text; it is used as it is written, so the space at its end counts.</param>
public sealed class SeededNumbers(string seed)
{
    private readonly byte[] _block = new byte[SHA256.HashSizeInBytes];
    private long _counter;
    private int _used = SHA256.HashSizeInBytes;

    /// <summary>The next whole number, 0 to <paramref name="limit"/> − 1, all as likely.</summary>
    /// <param name="limit">m, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0 or negative.</exception>
    public long Below(long limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var m = (ulong)limit;

        // 2^64 mod m, in 64 bits.
        var left = unchecked(0UL - m) % m;
        ulong number;
        do
        {
            number = Next();
        }
        while (left > 0 && number > ulong.MaxValue - left);
        return (long)(number % m);
    }

    /// <summary>
    /// For i = 0, 1, … the items at i and i + (a number below N − i) change places, and what then stands at i is taken. The first n make a simple random
    /// sample: the Fisher–Yates shuffle as in Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P, ended after n steps.
    /// </summary>
    /// <param name="items">N items in an order that everybody agrees on; the list is not changed.</param>
    /// <param name="count">n, 0 to N.</param>
    /// <returns>n items in the order in which they were drawn.</returns>
    /// <exception cref="ArgumentOutOfRangeException">n lies outside its range.</exception>
    public IReadOnlyList<T> Take<T>(IReadOnlyList<T> items, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, items.Count);
        T[] list = [.. items];
        for (var i = 0; i < count; i++)
        {
            var other = i + (int)Below(list.Length - i);
            (list[i], list[other]) = (list[other], list[i]);
        }

        return list[..count];
    }

    private ulong Next()
    {
        if (_used == _block.Length)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{_counter++}")), _block);
            _used = 0;
        }

        var number = BinaryPrimitives.ReadUInt64BigEndian(_block.AsSpan(_used, sizeof(ulong)));
        _used += sizeof(ulong);
        return number;
    }
}
