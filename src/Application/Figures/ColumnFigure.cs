using System.Globalization;
using System.Xml.Linq;

namespace Medborgardialog.Application.Figures;

/// <summary>One bar of a <see cref="ColumnFigure"/>.</summary>
/// <param name="Label">Stands under the bar, where there is room.</param>
/// <param name="Mark">Stands over the bar with its value: what happened then; empty for nothing.</param>
/// <param name="ShortMark">The same for a phone.</param>
public sealed record Column(string Label, int Count, string Mark = "", string ShortMark = "");

/// <summary>
/// Counts over time as standing bars (ux 9.4), with what happened on the way written over them. Drawn twice as <see cref="BarFigure"/> is,
/// with its table. Pure functions.
/// </summary>
public static class ColumnFigure
{
    private const int Left = 38;
    private const int Top = 56;
    private const int Bottom = 188;
    private const int Height = 214;
    private const double LetterWidth = 7.4;
    private const int LabelRoom = 84;

    /// <summary>Tenths.</summary>
    private static readonly int[] _round = [10, 15, 20, 25, 30, 40, 50, 75];

    /// <param name="said">The drawing in words.</param>
    /// <param name="table">One row per line of the table: the first cell is its heading.</param>
    /// <param name="heading">Level of the heading, 2 to 4.</param>
    public static XElement Draw(
        FigureText text, IReadOnlyList<Column> columns, IReadOnlyList<string> said, IReadOnlyList<IReadOnlyList<object>> table, int heading, string showTable)
    {
        var step = Step(columns.Select(c => c.Count).DefaultIfEmpty(0).Max());
        return FigureFrame.Draw(
            text, On("bred", 640, text, columns, said, step, c => c.Mark), On("smal", 328, text, columns, said, step, c => c.ShortMark), table, heading, showTable);
    }

    /// <summary>What one of the two parts of the axis stands for: the first round number that twice is not below the largest.</summary>
    private static int Step(int largest)
    {
        for (var ten = 1; ; ten *= 10)
        {
            foreach (var tenths in _round)
            {
                if (tenths * ten % 10 == 0 && tenths * ten / 5 >= largest)
                {
                    return tenths * ten / 10;
                }
            }
        }
    }

    private static XElement On(
        string kind, int width, FigureText text, IReadOnlyList<Column> columns, IReadOnlyList<string> said, int step, Func<Column, string> mark)
    {
        var svg = FigureFrame.Svg(text, kind, width, Height, said);
        double Y(int count) => Bottom - ((double)(Bottom - Top) * count / (2 * step));
        for (var i = 0; i <= 2; i++)
        {
            svg.Add(
                Line(Left - 4, Y(i * step), width, Y(i * step), i == 0 ? "bas" : "rutnat"),
                Text(Left - 10, Y(i * step) + 5, "axel", (i * step).ToString("N0", CultureInfo.CurrentCulture), "end"));
        }

        var slot = (double)(width - Left) / Math.Max(1, columns.Count);
        var gap = Math.Min(4, slot * 0.25);
        for (var i = 0; i < columns.Count; i++)
        {
            svg.Add(new XElement(
                "rect", new XAttribute("class", "s1"), new XAttribute("x", Invariant($"{Left + (i * slot):0.#}")), new XAttribute("y", Invariant($"{Y(columns[i].Count):0.#}")),
                new XAttribute("width", Invariant($"{slot - gap:0.#}")), new XAttribute("height", Invariant($"{Bottom - Y(columns[i].Count):0.#}"))));
        }

        svg.Add(Days(columns, slot, width), Marks(columns, slot, gap, width, Y, mark));
        return svg;
    }

    /// <summary>The first bar is named, and then every so many that the names do not meet: each seventh where the bars are days.</summary>
    private static IEnumerable<XElement> Days(IReadOnlyList<Column> columns, double slot, int width)
    {
        var every = columns.Count <= 7 ? 1 : 7;
        while (every * slot < LabelRoom)
        {
            every *= 2;
        }

        for (var i = 0; i < columns.Count; i += every)
        {
            var x = Left + (i * slot);
            if (x + (columns[i].Label.Length * LetterWidth) <= width)
            {
                yield return Line(x, Bottom, x, Bottom + 6, "bas");
                yield return Text(x, Bottom + 21, "axel", columns[i].Label);
            }
        }
    }

    /// <summary>On two lines, so that what happened close together can be read. What finds no room has its thin line and stands in the table.</summary>
    private static IEnumerable<XElement> Marks(
        IReadOnlyList<Column> columns, double slot, double gap, int width, Func<int, double> height, Func<Column, string> mark)
    {
        double[] free = [double.MinValue, double.MinValue];
        for (var i = 0; i < columns.Count; i++)
        {
            var said = mark(columns[i]);
            if (said.Length == 0)
            {
                continue;
            }

            var (room, middle) = (said.Length * LetterWidth, Left + (i * slot) + ((slot - gap) / 2));
            var start = Math.Max(0, Math.Min(Left + (i * slot), width - room));
            var line = free[0] <= start ? 0 : free[1] <= start ? 1 : -1;
            var top = height(columns[i].Count);
            yield return Text(middle, top - 6, "fet halo", columns[i].Count.ToString("N0", CultureInfo.CurrentCulture), "middle");
            yield return Line(middle, line == 0 ? 20 : 38, middle, Math.Max(line == 0 ? 20 : 38, top - 22), "ledare");
            if (line >= 0)
            {
                free[line] = start + room + 10;
                yield return Text(start, line == 0 ? 14 : 32, "axel", said);
            }
        }
    }

    private static XElement Line(double fromX, double fromY, double toX, double toY, string kind) => new(
        "line", new XAttribute("class", kind), new XAttribute("x1", Invariant($"{fromX:0.#}")), new XAttribute("y1", Invariant($"{fromY:0.#}")),
        new XAttribute("x2", Invariant($"{toX:0.#}")), new XAttribute("y2", Invariant($"{toY:0.#}")));

    private static XElement Text(double x, double y, string kind, string text, string? anchor = null) => new(
        "text", new XAttribute("class", kind), new XAttribute("x", Invariant($"{x:0.#}")), new XAttribute("y", Invariant($"{y:0.#}")),
        anchor is null ? null : new XAttribute("text-anchor", anchor), text);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
