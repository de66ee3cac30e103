using System.Globalization;

namespace Medborgardialog.Web.Pages.Shared;

/// <summary>Names that stand first in a heading and within a sentence elsewhere.</summary>
internal static class InSentence
{
    /// <summary>"Hemtjänst" becomes "hemtjänst"; "LSS-boende" and "IFO" stay as they are.</summary>
    public static string Of(string name) =>
        name.Length > 1 && !char.IsUpper(name[1]) ? char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..] : name;

    /// <summary>The first sentence of a text, with the mark it ends with.</summary>
    public static string First(string text)
    {
        var end = text.IndexOfAny(['.', '?', '!']);
        while (end >= 0 && end + 1 < text.Length && text[end + 1] != ' ')
        {
            end = text.IndexOfAny(['.', '?', '!'], end + 1);
        }

        return end < 0 ? text.TrimEnd() + (text.Length > 0 ? "." : "") : text[..(end + 1)];
    }
}
