using SkiaSharp;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>Text of one size that breaks between words. Widths are measured once for each word.</summary>
/// <param name="typeface">Not disposed of here.</param>
/// <param name="size">Points.</param>
/// <param name="leading">From one line to the next, points.</param>
internal sealed class LetterFlow(SKTypeface typeface, float size, float leading, SKPaint paint) : IDisposable
{
    private const int MostKept = 4_000;
    /// <summary>Placed by the letters' own widths: what suits a screen's pixels would be uneven on paper.</summary>
    private readonly SKFont _font = new(typeface, size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };

    /// <summary>Lines of a text that has been laid out at that width: all but the address is the same in every letter.</summary>
    private readonly Dictionary<(string Text, float Width), IReadOnlyList<string>> _lines = [];

    /// <summary>Draws the text and returns where the next thing may begin.</summary>
    /// <param name="top">Upper edge of the first line.</param>
    /// <param name="between">Space between paragraphs, points.</param>
    public float Draw(SKCanvas page, string text, float left, float top, float width, float between = 4)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            foreach (var line in Lines(paragraph, width))
            {
                page.DrawText(line, left, top + size, SKTextAlign.Left, _font, paint);
                top += leading;
            }

            top += between;
        }

        return top - between;
    }

    public void Dispose() => _font.Dispose();

    private IReadOnlyList<string> Lines(string paragraph, float width)
    {
        if (_lines.TryGetValue((paragraph, width), out var known))
        {
            return known;
        }

        if (_lines.Count > MostKept)
        {
            _lines.Clear();
        }

        var lines = new List<string>();
        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && _font.MeasureText(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return _lines[(paragraph, width)] = lines;
    }

    /// <summary>A word that is wider than the line is broken where it must.</summary>
    private IEnumerable<string> Pieces(string word, float width)
    {
        while (word.Length > 1 && _font.MeasureText(word) > width)
        {
            var fits = Math.Max(1, _font.BreakText(word, width));
            yield return word[..fits];
            word = word[fits..];
        }

        yield return word;
    }
}
