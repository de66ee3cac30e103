using System.Xml.Linq;

namespace Medborgardialog.Application.Figures;

/// <param name="Percent">0 to 100; the parts of a figure sum to about a hundred.</param>
/// <param name="Value">For example "55 %".</param>
/// <param name="Detail">For example "204".</param>
public sealed record StackPart(string Label, double Percent, string Value, string Detail);

/// <summary>
/// One bar parted in at most five, each with its name and number beside it so that no legend is needed (ux 6.7). On a phone each part has a
/// line of its own, with its place in the whole kept. Drawn twice as <see cref="BarFigure"/> is, with its table. Pure functions.
/// </summary>
public static class StackFigure
{
    private const int Parts = 5;
    private const int Gap = 2;
    private const int WideBar = 638;
    private const int NarrowBar = 326;
    private const int RoomForName = 100;
    private const int RoomForNumber = 34;
    private const double LetterWidth = 8.2;

    /// <param name="table">One row per line of the table: the first cell is its heading.</param>
    /// <param name="heading">Level of the heading, 2 to 4.</param>
    public static XElement Draw(FigureText text, IReadOnlyList<StackPart> parts, IReadOnlyList<IReadOnlyList<object>> table, int heading, string showTable) =>
        FigureFrame.Draw(text, Wide(text, parts), Narrow(text, parts), table, heading, showTable);

    private static XElement Wide(FigureText text, IReadOnlyList<StackPart> parts)
    {
        var svg = FigureFrame.Svg(text, "bred", 640, 132, Said(parts));
        var (whole, x, busy) = (parts.Sum(p => p.Percent), 1.0, double.MinValue);
        var end = WideBar + 1 - (Named(parts[^1], WideBar * parts[^1].Percent / whole).Length * LetterWidth);
        for (var i = 0; i < parts.Count; i++)
        {
            var last = i == parts.Count - 1;
            var width = Math.Max(1, (WideBar * parts[i].Percent / whole) - (last ? 0 : Gap));
            var (tone, name) = (Parts - i, Named(parts[i], width));
            svg.Add(Rect($"sk{tone} kontur", x, 58, width, 58));
            if (width >= RoomForNumber)
            {
                svg.Add(Text(width > RoomForName ? x + 13 : x + (width / 2), 94, $"pa{tone} mtal", parts[i].Value, width > RoomForName ? "start" : "middle"));
            }

            // A name that would run into its neighbours stands a line higher, with a line down to its part.
            var room = x + (name.Length * LetterWidth);
            if (last)
            {
                svg.Add(Text(WideBar + 1, 48, "fet", name, "end"));
            }
            else if (x < busy || room + Gap > end)
            {
                svg.Add(Text(Math.Min(x + (width / 2), WideBar - (name.Length * LetterWidth / 2)), 20, "fet", name, "middle"), Line(x + (width / 2), 27, 58));
            }
            else
            {
                busy = room + 8;
                svg.Add(Text(x, 48, "fet", name, "start"));
            }

            x += width + Gap;
        }

        return svg;
    }

    /// <summary>With its number, where that finds no room in the part.</summary>
    private static string Named(StackPart part, double width) => width >= RoomForNumber ? part.Label : $"{part.Label} {part.Value}";

    private static XElement Narrow(FigureText text, IReadOnlyList<StackPart> parts)
    {
        var svg = FigureFrame.Svg(text, "smal", 328, (parts.Count * 54) - 4, Said(parts));
        var (whole, x) = (parts.Sum(p => p.Percent), 1.0);
        for (var i = 0; i < parts.Count; i++)
        {
            var (width, y) = (NarrowBar * parts[i].Percent / whole, i * 54);
            svg.Add(
                Text(0, y + 16, "fet", parts[i].Label, "start"), Text(328, y + 16, "", $"{parts[i].Value} ({parts[i].Detail})", "end"),
                Rect("spar", 1, y + 24, NarrowBar, 18), Rect($"sk{Parts - i} kontur", x, y + 24, Math.Max(1, width), 18));
            x += width;
        }

        return svg;
    }

    private static IEnumerable<string> Said(IReadOnlyList<StackPart> parts) => parts.Select(p => $"{p.Label} {p.Value}");

    private static XElement Rect(string kind, double x, double y, double width, double height) => new(
        "rect", new XAttribute("class", kind), new XAttribute("x", Invariant($"{x:0.#}")), new XAttribute("y", Invariant($"{y:0.#}")),
        new XAttribute("width", Invariant($"{width:0.#}")), new XAttribute("height", Invariant($"{height:0.#}")));

    private static XElement Line(double x, double from, double to) => new(
        "line", new XAttribute("class", "ledare"), new XAttribute("x1", Invariant($"{x:0.#}")), new XAttribute("y1", Invariant($"{from:0.#}")),
        new XAttribute("x2", Invariant($"{x:0.#}")), new XAttribute("y2", Invariant($"{to:0.#}")));

    private static XElement Text(double x, double y, string kind, string text, string anchor) => new(
        "text", kind.Length == 0 ? null : new XAttribute("class", kind), new XAttribute("x", Invariant($"{x:0.#}")), new XAttribute("y", Invariant($"{y:0.#}")),
        anchor == "start" ? null : new XAttribute("text-anchor", anchor), text);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
