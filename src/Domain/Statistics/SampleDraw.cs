using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Medborgardialog.Domain.Statistics;

/// <summary>
/// A simple random sample without replacement that anybody can draw again from the frozen list and the public seed, on any machine.
/// <list type="number">
/// <item>The ids are sorted by their 16 bytes as they are written (big-endian), so the order of the list is of no importance.</item>
/// <item>Block number c (from 0) is SHA-256 of the ASCII text <c>seed:c</c>. It gives four numbers of 64 bits, big-endian, in order.</item>
/// <item>A whole number below m is the next number r modulo m; r is thrown away and the next taken when r ≥ 2^64 − (2^64 mod m), so that
/// every outcome is as likely (rejection sampling).</item>
/// <item>For i = 0, 1, … n − 1 the items at i and i + (a number below N − i) change places. The first n are drawn: the Fisher–Yates
/// shuffle as in Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P, ended after n steps.</item>
/// </list>
/// </summary>
public static class SampleDraw
{
    /// <param name="ids">The whole list, N different ids.</param>
    /// <param name="size">n, 0 to N.</param>
    /// <param name="seed">ASCII.</param>
    /// <returns>n ids in the order in which they were drawn.</returns>
    public static IReadOnlyList<Guid> Draw(IEnumerable<Guid> ids, int size, string seed)
    {
        Guid[] list = [.. ids.OrderBy(id => id.ToString("N"), StringComparer.Ordinal)];
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, list.Length);
        using var numbers = Numbers(seed).GetEnumerator();
        for (var i = 0; i < size; i++)
        {
            var other = i + (int)Below((ulong)(list.Length - i), numbers);
            (list[i], list[other]) = (list[other], list[i]);
        }

        return list[..size];
    }

    private static ulong Below(ulong limit, IEnumerator<ulong> numbers)
    {
        // 2^64 mod m, in 64 bits.
        var left = unchecked(0UL - limit) % limit;
        do
        {
            numbers.MoveNext();
        }
        while (left > 0 && numbers.Current > ulong.MaxValue - left);
        return numbers.Current % limit;
    }

    private static IEnumerable<ulong> Numbers(string seed)
    {
        for (var counter = 0L; ; counter++)
        {
            var block = SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}:{counter}")));
            for (var i = 0; i < 4; i++)
            {
                yield return BinaryPrimitives.ReadUInt64BigEndian(block.AsSpan(8 * i, 8));
            }
        }
    }
}
