namespace Medborgardialog.Domain.Sends;

/// <summary>
/// How many messages an operator charges for a text: 160 signs of the GSM 7-bit alphabet in one, 153 in each of several; with any other
/// sign 70 and 67 UTF-16 units (3GPP TS 23.038 6.1.2 and 6.2.1; TS 23.040 9.2.3.24.1 for the header that takes room in each of several).
/// </summary>
public static class SmsParts
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /// <summary>Signs that take two places.</summary>
    private const string Extension = "\f^{}\\[~]|€";

    /// <summary>0 for an empty text.</summary>
    public static int Count(string text)
    {
        var isBasic = text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Extension.Contains(c, StringComparison.Ordinal));
        return isBasic ? InSevenBits(text) : InUcs2(text);
    }

    /// <summary>A sign of two places is never parted.</summary>
    private static int InSevenBits(string text)
    {
        var width = (char c) => Extension.Contains(c, StringComparison.Ordinal) ? 2 : 1;
        return Parts([.. text.Select(width)], 160, 153);
    }

    /// <summary>Nor is a surrogate pair.</summary>
    private static int InUcs2(string text) => Parts([.. text.EnumerateRunes().Select(r => r.Utf16SequenceLength)], 70, 67);

    private static int Parts(List<int> widths, int alone, int each)
    {
        if (widths.Count == 0 || widths.Sum() <= alone)
        {
            return widths.Count == 0 ? 0 : 1;
        }

        var (parts, room) = (1, each);
        foreach (var width in widths)
        {
            (parts, room) = width > room ? (parts + 1, each - width) : (parts, room - width);
        }

        return parts;
    }
}
