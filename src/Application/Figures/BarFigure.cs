using System.Globalization;
using System.Xml.Linq;

namespace Medborgardialog.Application.Figures;

/// <param name="Percent">Length of the bar, 0 to 100.</param>
/// <param name="Value">What stands after the bar, for example "41 %".</param>
/// <param name="Detail">Weaker, after the value, for example "(538)".</param>
/// <param name="Strong">The row that the finding is about.</param>
/// <param name="Neutral">Drawn without colour, as "none of them" is.</param>
public sealed record Bar(string Label, int Percent, string Value, string Detail, bool Strong = false, bool Neutral = false);

/// <param name="Id">Unique on the page, letters, digits and hyphens.</param>
/// <param name="Finding">The heading says what is the case, not what is measured.</param>
/// <param name="Under">Measure, unit, who, when and n.</param>
/// <param name="Source">Where it comes from and what is left out.</param>
public sealed record FigureText(string Id, string Number, string Finding, string Under, string Source, string TableCaption, IReadOnlyList<string> TableHeads);

/// <summary>
/// A horizontal bar chart as SVG with its table beside it (ux 6.7). Drawn twice, 640 and 328 units wide, so that a label is
/// never under 14 px. Built as XML, so every text is escaped by construction. Pure functions.
/// </summary>
public static class BarFigure
{
    private const int LabelWidth = 250;
    private const int WideBar = 270;
    private const int NarrowBar = 220;

    /// <param name="table">One row per line of the table: the first cell is its heading.</param>
    /// <param name="heading">Level of the heading, 2 to 4.</param>
    /// <param name="showTable">Text of the switch that opens the table on a small screen.</param>
    public static XElement Draw(FigureText text, IReadOnlyList<Bar> bars, IReadOnlyList<IReadOnlyList<string>> table, int heading, string showTable) =>
        new(
            "figure",
            new XAttribute("class", "figur"),
            new XAttribute("id", text.Id),
            new XElement(
                "figcaption",
                new XElement(
                    $"h{heading.ToString(CultureInfo.InvariantCulture)}",
                    new XAttribute("class", "h3"),
                    new XElement("span", new XAttribute("class", "figur-nr"), text.Number + " "),
                    text.Finding),
                new XElement("p", new XAttribute("class", "figur-under"), text.Under)),
            new XElement(
                "div",
                new XAttribute("class", "figur-kropp bredvid"),
                new XElement("div", Wide(text, bars), Narrow(text, bars)),
                Table(text, table, showTable)),
            new XElement("p", new XAttribute("class", "figur-kalla"), text.Source));

    private static XElement Wide(FigureText text, IReadOnlyList<Bar> bars)
    {
        var svg = Svg("bred", 640, bars.Count * 42, text, bars);
        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, y) = (bars[i], i * 42);
            var length = WideBar * bar.Percent / 100.0;
            svg.Add(
                Label(bar, 0, y + 24),
                Rect(bar, LabelWidth, y + 6, length, 26),
                Value(bar, LabelWidth + length + 10, y + 24));
        }

        svg.Add(new XElement("path", new XAttribute("class", "bas"), new XAttribute("d", Invariant($"M{LabelWidth - 0.5} 0v{bars.Count * 42}"))));
        return svg;
    }

    private static XElement Narrow(FigureText text, IReadOnlyList<Bar> bars)
    {
        var svg = Svg("smal", 328, bars.Count * 54, text, bars);
        for (var i = 0; i < bars.Count; i++)
        {
            var (bar, y) = (bars[i], i * 54);
            var length = NarrowBar * bar.Percent / 100.0;
            svg.Add(Label(bar, 0, y + 16), Rect(bar, 0, y + 23, length, 20), Value(bar, length + 8, y + 38));
        }

        return svg;
    }

    private static XElement Svg(string kind, int width, int height, FigureText text, IReadOnlyList<Bar> bars)
    {
        var id = $"{text.Id}-{kind}";
        return new XElement(
            "svg",
            new XAttribute("role", "img"),
            new XAttribute("class", kind),
            new XAttribute("viewBox", Invariant($"0 0 {width} {height}")),
            new XAttribute("aria-labelledby", $"{id}-t"),
            new XAttribute("aria-describedby", $"{id}-d"),
            new XElement("title", new XAttribute("id", $"{id}-t"), text.TableCaption),
            new XElement("desc", new XAttribute("id", $"{id}-d"), string.Join(", ", bars.Select(b => $"{b.Label} {b.Value}")) + "."));
    }

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

    private static XElement Table(FigureText text, IReadOnlyList<IReadOnlyList<string>> rows, string showTable) => new(
        "details",
        new XAttribute("class", "figur-tabell"),
        new XElement("summary", showTable),
        FigureTable.Draw(text.TableCaption, text.TableHeads, rows));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
