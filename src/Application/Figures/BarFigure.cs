using System.Xml.Linq;

namespace Medborgardialog.Application.Figures;

/// <param name="Percent">Length of the bar, 0 to 100.</param>
/// <param name="Value">What stands after the bar, for example "41 %".</param>
/// <param name="Detail">Weaker, after the value, for example "(538)".</param>
/// <param name="Strong">The row that the finding is about.</param>
/// <param name="Neutral">Drawn without colour, as "none of them" is.</param>
public sealed record Bar(string Label, int Percent, string Value, string Detail, bool Strong = false, bool Neutral = false);

/// <summary>
/// A horizontal bar chart as SVG with its table beside it (ux 6.7). Drawn twice, 640 and 328 units wide, so that a label is
/// never under 14 px. Built as XML, so every text is escaped by construction. Pure functions.
/// </summary>
public static class BarFigure
{
    private const int LabelWidth = 250;
    private const int LabelRoom = 32;
    private const int WideBar = 270;
    private const int NarrowBar = 220;

    /// <param name="table">One row per line of the table: the first cell is its heading.</param>
    /// <param name="heading">Level of the heading, 2 to 4.</param>
    /// <param name="showTable">Text of the switch that opens the table on a small screen.</param>
    public static XElement Draw(FigureText text, IReadOnlyList<Bar> bars, IReadOnlyList<IReadOnlyList<object>> table, int heading, string showTable)
    {
        var longest = Longest(bars);
        return FigureFrame.Draw(text, Wide(text, bars, longest), Narrow(text, bars, longest), table, heading, showTable);
    }

    /// <summary>What a whole bar stands for: the next ten above the largest, so that small shares can be told apart. The bars begin at 0.</summary>
    private static int Longest(IReadOnlyList<Bar> bars) => Math.Clamp((bars.Select(b => b.Percent).DefaultIfEmpty(0).Max() + 9) / 10 * 10, 10, 100);

    private static XElement Wide(FigureText text, IReadOnlyList<Bar> bars, int longest)
    {
        var svg = Svg("bred", 640, bars.Count * 42, text, bars);
        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, y) = (bars[i], i * 42);
            var length = WideBar * bar.Percent / (double)longest;
            svg.Add(
                FigureFrame.Label(bar.Label, 0, y + 24, LabelRoom, bar.Strong ? "fet" : null),
                Rect(bar, LabelWidth, y + 6, length, 26),
                Value(bar, LabelWidth + length + 10, y + 24));
        }

        svg.Add(new XElement("path", new XAttribute("class", "bas"), new XAttribute("d", Invariant($"M{LabelWidth - 0.5} 0v{bars.Count * 42}"))));
        return svg;
    }

    private static XElement Narrow(FigureText text, IReadOnlyList<Bar> bars, int longest)
    {
        var svg = Svg("smal", 328, bars.Count * 54, text, bars);
        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, y) = (bars[i], i * 54);
            var length = NarrowBar * bar.Percent / (double)longest;
            svg.Add(Label(bar, 0, y + 16), Rect(bar, 0, y + 23, length, 20), Value(bar, length + 8, y + 38));
        }

        return svg;
    }

    private static XElement Svg(string kind, int width, int height, FigureText text, IReadOnlyList<Bar> bars) =>
        FigureFrame.Svg(text, kind, width, height, bars.Select(b => $"{b.Label} {b.Value}"));

    private static XElement Label(Bar bar, double x, double y) =>
        new("text", new XAttribute("x", Invariant($"{x}")), new XAttribute("y", Invariant($"{y}")), Weight(bar), bar.Label);

    private static XElement Rect(Bar bar, double x, double y, double width, double height) => new(
        "rect",
        new XAttribute("x", Invariant($"{x}")), new XAttribute("y", Invariant($"{y}")),
        new XAttribute("width", Invariant($"{width:0.#}")), new XAttribute("height", Invariant($"{height}")),
        new XAttribute("rx", "2"), new XAttribute("class", bar.Neutral ? "sn" : "s1"));

    private static XElement Value(Bar bar, double x, double y) => new(
        "text", new XAttribute("x", Invariant($"{x:0.#}")), new XAttribute("y", Invariant($"{y}")), Weight(bar), bar.Value + " ",
        bar.Detail.Length > 0 ? new XElement("tspan", new XAttribute("class", "svag"), bar.Detail) : null);

    private static XAttribute? Weight(Bar bar) => bar.Strong ? new XAttribute("class", "fet") : null;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
