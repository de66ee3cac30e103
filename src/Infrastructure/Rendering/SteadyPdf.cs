using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>
/// Makes two prints of the same document the same bytes. What a browser adds of its own is the time of the printing and an id; both are written over
/// in place, digit by digit, so that every offset in the file still holds (ISO 32000-1, 7.9.4 and 14.4).
/// </summary>
internal static class SteadyPdf
{
    private const string Moment = "yyyyMMddHHmmss";

    /// <param name="pdf">Changed in place.</param>
    /// <param name="at">The time that the file says it is from.</param>
    public static byte[] Settle(byte[] pdf, DateTimeOffset at)
    {
        var time = Encoding.ASCII.GetBytes(at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture));
        SetTimes(pdf, "/CreationDate (D:"u8, time);
        SetTimes(pdf, "/ModDate (D:"u8, time);
        SetIds(pdf);
        return pdf;
    }

    private static void SetTimes(byte[] pdf, ReadOnlySpan<byte> name, byte[] time)
    {
        for (var at = IndexOf(pdf, name, 0); at >= 0; at = IndexOf(pdf, name, at))
        {
            at += name.Length;
            var digits = pdf.AsSpan(at);
            if (digits.Length >= time.Length && digits[..time.Length].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
            {
                time.CopyTo(digits);
            }
        }
    }

    /// <summary>The id of the trailer is two strings of hexadecimal digits; the content gives new ones of the same length.</summary>
    private static void SetIds(byte[] pdf)
    {
        var trailer = pdf.AsSpan().LastIndexOf("trailer"u8);
        var name = trailer < 0 ? -1 : IndexOf(pdf, "/ID"u8, trailer);
        var open = name < 0 ? -1 : IndexOf(pdf, "["u8, name);
        var end = open < 0 || !pdf.AsSpan((name + 3)..open).TrimStart(" \r\n"u8).IsEmpty ? -1 : IndexOf(pdf, "]"u8, open);
        if (end < 0)
        {
            return;
        }

        var ids = pdf.AsSpan(open, end - open);
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = char.IsAsciiHexDigit((char)ids[i]) ? (byte)'0' : ids[i];
        }

        var hash = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(pdf)));
        var digit = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            digit = ids[i] == '<' ? 0 : digit;
            if (ids[i] == '0')
            {
                ids[i] = hash[digit++ % hash.Length];
            }
        }
    }

    private static int IndexOf(byte[] pdf, ReadOnlySpan<byte> what, int from)
    {
        var found = pdf.AsSpan(from).IndexOf(what);
        return found < 0 ? -1 : from + found;
    }
}
