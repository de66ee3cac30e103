using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>Plain text out of a text that may hold HTML. Nothing is trusted: what comes out is text, and is encoded where it is shown.</summary>
internal static partial class HtmlText
{
    /// <summary>Longest text that is read, in UTF-16 units; far above what any question shows.</summary>
    public const int MaxRaw = 50_000;

    private static readonly HashSet<string> _blocks = new(
        ["p", "div", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "dl", "dt", "dd", "hr"],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> _media = new(
        ["img", "video", "audio", "iframe", "object", "embed", "script", "svg", "canvas"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Without tags, with entities decoded. Line breaks and blocks begin new lines, list items a dash, cells are parted by a bar; a link
    /// is followed by its target in parentheses. Pictures, players and scripts are counted and left out, a picture with its alternative text.
    /// </summary>
    public static (string Text, int Media) Of(string html)
    {
        var (text, media, place) = (new StringBuilder(), 0, 0);
        var source = html.Length > MaxRaw ? html[..MaxRaw] : html;
        var (lastEnd, target) = (source.LastIndexOf('>'), "");
        while (place < source.Length)
        {
            var opening = NextTag(source, place, lastEnd);
            Append(text, source[place..opening]);
            if (opening == source.Length)
            {
                break;
            }

            var closing = source.IndexOf('>', opening);
            if (source.AsSpan(opening).StartsWith("<!--", StringComparison.Ordinal))
            {
                var end = source.IndexOf("-->", opening + 4, StringComparison.Ordinal);
                place = end < 0 ? source.Length : end + 3;
                continue;
            }

            var tag = Tag.Match(source[opening..(closing + 1)]);
            var name = tag.Groups["name"].Value;
            place = closing + 1;
            if (tag.Groups["end"].Length == 0 && _media.Contains(name))
            {
                media++;
                Append(text, Attribute(Alternative, tag.Value));
            }

            if (tag.Groups["end"].Length == 0 && name.ToUpperInvariant() is "SCRIPT" or "STYLE")
            {
                var end = source.IndexOf("</" + name, place, StringComparison.OrdinalIgnoreCase);
                place = end < 0 ? source.Length : end;
            }
            else
            {
                target = Break(text, name, tag, target);
            }
        }

        return (PlainText.Clean(Tidy(text.ToString())), media);
    }

    /// <summary>Place of the next thing that looks like a tag and has an end; the length of the text when there is none.</summary>
    private static int NextTag(string source, int place, int lastEnd)
    {
        while (place < lastEnd)
        {
            var found = source.IndexOf('<', place);
            if (found < 0 || found >= lastEnd)
            {
                break;
            }

            if (char.IsAsciiLetter(source[found + 1]) || source[found + 1] is '/' or '!')
            {
                return found;
            }

            place = found + 1;
        }

        return source.Length;
    }

    /// <returns>Target of the link that is open after the tag, or empty.</returns>
    private static string Break(StringBuilder text, string name, Match tag, string target)
    {
        var isEnd = tag.Groups["end"].Length > 0;
        switch (name.ToUpperInvariant())
        {
            case "BR":
                text.Append('\n');
                break;
            case "LI":
                text.Append(isEnd ? "" : "\n– ");
                break;
            case "TD" or "TH":
                text.Append(isEnd ? " | " : "");
                break;
            case "A" when !isEnd:
                return Attribute(Target, tag.Value);
            case "A":
                // Only what somebody can follow by hand; the reader sees where it leads.
                if (target.Length > 0 && Followed.IsMatch(target) && !EndsWith(text, target))
                {
                    text.Append(" (").Append(target).Append(')');
                }

                return "";
            default:
                text.Append(_blocks.Contains(name) ? "\n" : "");
                break;
        }

        return target;
    }

    private static bool EndsWith(StringBuilder text, string end) =>
        text.Length >= end.Length && text.ToString(text.Length - end.Length, end.Length) == end;

    /// <summary>White space of the source is one space, as a browser shows it.</summary>
    private static void Append(StringBuilder text, string chunk) => text.Append(Spaces.Replace(WebUtility.HtmlDecode(chunk), " "));

    private static string Attribute(Regex attribute, string tag)
    {
        var groups = attribute.Match(tag).Groups;
        return WebUtility.HtmlDecode(groups["a"].Value + groups["b"].Value + groups["c"].Value).Trim();
    }

    private static string Tidy(string text) =>
        ManyLines.Replace(string.Join('\n', text.Split('\n').Select(l => Spaces.Replace(l, " ").Trim().TrimEnd('|').TrimEnd())), "\n\n");

    [GeneratedRegex(@"^<(?<end>/?)(?<name>[A-Za-z0-9]*)[^>]*>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Tag { get; }

    [GeneratedRegex("""\shref\s*=\s*("(?<a>[^"]*)"|'(?<b>[^']*)'|(?<c>[^\s>"']+))""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Target { get; }

    [GeneratedRegex("""\salt\s*=\s*("(?<a>[^"]*)"|'(?<b>[^']*)'|(?<c>[^\s>"']+))""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Alternative { get; }

    [GeneratedRegex("^(https?://|mailto:|tel:)[^\\s]+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Followed { get; }

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Spaces { get; }

    [GeneratedRegex(@"\n{3,}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ManyLines { get; }
}
