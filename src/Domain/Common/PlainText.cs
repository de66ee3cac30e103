using System.Globalization;
using System.Text;
using System.Xml;

namespace Medborgardialog.Domain.Common;

/// <summary>What people type, made fit to be stored, shown and printed.</summary>
public static class PlainText
{
    /// <summary>
    /// Trimmed, with LF line ends and NFC, without what shows nothing and cannot be kept: control characters other than line feed and
    /// tab, halves of surrogate pairs, the code points that XML forbids, and bidi overrides and isolates, which could turn the order
    /// of what readers see.
    /// </summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // Half a pair is read as the replacement character, which nobody types.
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune) && rune != Rune.ReplacementChar && !TurnsOrder(rune) && IsXml(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>At most <paramref name="longest"/> UTF-16 units of the text, cut between what a reader sees as characters, with an ellipsis.</summary>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= longest)
        {
            end = next;
        }

        return text[..end].TrimEnd() + " …";
    }

    private static bool TurnsOrder(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsXml(Rune rune) => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value);
}
