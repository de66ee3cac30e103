using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>
/// A text as a reader hears it: small letters, one kind of space, words put together again that were parted by a soft hyphen or at the end of a line. Every
/// character knows where it stood in the text as it was written.
/// </summary>
internal sealed partial class FoldedText
{
    /// <summary>Shorter than this, quotation marks are around a word and not around what somebody said.</summary>
    private const int FewestQuotedWords = 4;

    private readonly List<(int Start, int End)> _origins = [];
    private readonly List<(int Start, int End)> _sentences;
    private readonly List<(int Start, int End)> _quotes;

    public FoldedText(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r' && IsPartedAt(folded, text.AsSpan(i)))
            {
                folded.Length--;
                _origins.RemoveAt(_origins.Count - 1);
                i = text.Length - text.AsSpan(i).TrimStart().Length;
            }

            Add(folded, text[i], i);
        }

        Text = folded.ToString();
        _sentences = [.. Sentences(Text)];
        _quotes = [.. Quote().Matches(Text).Where(q => q.Value.Count(c => c == ' ') >= FewestQuotedWords - 1).Select(q => (q.Index, q.Index + q.Length))];
    }

    public string Text { get; }

    /// <summary>Where a passage of the folded text, of one character or more, stands in the text as written: position and length in UTF-16 units.</summary>
    public (int Position, int Length) Origin(int start, int length) =>
        (_origins[start].Start, _origins[start + length - 1].End - _origins[start].Start);

    /// <summary>What stands before and after a passage within its sentence.</summary>
    public (string Before, string After) Around(int start, int length)
    {
        var (from, to) = _sentences.Find(s => s.Start <= start && start < s.End);
        return (Text[from..start], start + length < to ? Text[(start + length)..to] : "");
    }

    /// <summary>Somebody else's words, which are not ours to change.</summary>
    public bool IsQuoted(int start, int length) => _quotes.Exists(q => q.Start <= start && start + length <= q.End);

    private void Add(StringBuilder folded, char c, int at)
    {
        if (c is '\u00AD' or '\u2060' or '\uFEFF' or (>= '\u200B' and <= '\u200D'))
        {
            return;
        }

        if (char.IsWhiteSpace(c))
        {
            if (folded.Length > 0 && folded[^1] != ' ')
            {
                Keep(folded, ' ', at);
            }
        }
        else if (Composed(folded, c) is { } one)
        {
            folded[^1] = one;
            _origins[^1] = (_origins[^1].Start, at + 1);
        }
        else
        {
            Keep(folded, c is '\u2010' or '\u2011' ? '-' : char.ToLowerInvariant(c), at);
        }
    }

    private void Keep(StringBuilder folded, char c, int at)
    {
        folded.Append(c);
        _origins.Add((at, at + 1));
    }

    /// <summary>The letter that an accent on its own makes with the one before it; null when it is none.</summary>
    private static char? Composed(StringBuilder folded, char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark && folded.Length > 0
        && string.Concat(folded[^1].ToString(), c.ToString()).Normalize(NormalizationForm.FormC) is { Length: 1 } one ? one[0] : null;

    /// <summary>A hyphen at the end of a line, with a letter before and one after, that does not stand for a word left out ("för- och nackdelar").</summary>
    private static bool IsPartedAt(StringBuilder folded, ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return folded.Length >= 2 && folded[^1] == '-' && char.IsLetter(folded[^2])
            && rest.Length > 0 && char.IsLetter(rest[0])
            && !rest.StartsWith("och ", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("eller ", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<(int Start, int End)> Sentences(string text)
    {
        var start = 0;
        foreach (var end in SentenceEnd().Matches(text).Where(m => !Abbreviation().IsMatch(text[..m.Index])).Select(m => m.Index + m.Length))
        {
            yield return (start, end);
            start = end;
        }

        yield return (start, text.Length);
    }

    [GeneratedRegex(@"[.!?]+[""”“»)]*(?: |$)", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    /// <summary>What stands before a full stop that does not end a sentence.</summary>
    [GeneratedRegex(@"(?:^|[ .(])(?:\p{L}|ex|bl|dvs|kl|ca|nr|osv|resp|s k|avd|tel|st)$", RegexOptions.RightToLeft, 1000)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"[""”“„][^""”“„]*[""”“]|[»«][^»«]*[»«]", RegexOptions.None, 1000)]
    private static partial Regex Quote();
}
