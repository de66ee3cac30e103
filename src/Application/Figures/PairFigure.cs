using System.Xml.Linq;

namespace Medborgardialog.Application.Figures;

/// <summary>One row of a <see cref="PairFigure"/>.</summary>
/// <param name="Ours">Percent, 0 to 100: the filled dot.</param>
/// <param name="Reference">Percent, 0 to 100: the hollow dot.</param>
/// <param name="Difference">What stands after the dots, for example "+15".</param>
/// <param name="Said">The row in words.</param>
public sealed record Pair(string Label, int Ours, int Reference, string Difference, string Said);

/// <param name="Ours">What the filled dot is.</param>
/// <param name="Reference">What the hollow dot is.</param>
/// <param name="Difference">What the number after them is.</param>
public sealed record PairLegend(string Ours, string Reference, string Difference);

/// <summary>
/// Two shares of the same groups joined by a line, so that the distance is what one sees: who answered beside who lives there
/// (ux 6.7). Drawn twice as <see cref="BarFigure"/> is, with its table. Pure functions.
/// </summary>
public static class PairFigure
{
    private const int Step = 10;
    private const int Top = 22;
    private const int WideLabel = 180;
    private const int WideRow = 38;
    private const int WideAxis = 400;
    private const int NarrowRow = 52;
    private const int NarrowAxis = 270;
    private const int NarrowStart = 6;

    /// <param name="table">One row per line of the table: the first cell is its heading.</param>
    /// <param name="heading">Level of the heading, 2 to 4.</param>
    /// <param name="showTable">Text of the switch that opens the table on a small screen.</param>
    public static XElement Draw(
        FigureText text, PairLegend legend, IReadOnlyList<Pair> pairs, IReadOnlyList<IReadOnlyList<string>> table, int heading, string showTable)
    {
        var most = Math.Clamp((pairs.SelectMany(p => new[] { p.Ours, p.Reference }).DefaultIfEmpty(0).Max() + Step - 1) / Step * Step, Step, 100);
        return FigureFrame.Draw(text, Wide(text, pairs, most), Narrow(text, pairs, most), table, heading, showTable, Legend(legend));
    }

    private static XElement Legend(PairLegend legend) => new(
        "p",
        new XAttribute("class", "teckenforklaring"),
        new XElement("span", new XAttribute("class", "fylld"), legend.Ours),
        new XElement("span", new XAttribute("class", "ihalig"), legend.Reference),
        new XElement("span", new XAttribute("class", "svag"), legend.Difference));

    private static XElement Wide(FigureText text, IReadOnlyList<Pair> pairs, int most)
    {
        var height = Top + (pairs.Count * WideRow);
        var svg = FigureFrame.Svg(text, "bred", 640, height, pairs.Select(p => p.Said));
        svg.Add(Grid(WideLabel, WideAxis, most, height, "middle"));
        for (var i = 0; i < pairs.Count; i++)
        {
            var y = Top + (i * WideRow) + 22;
            svg.Add(Text(0, y + 5, null, pairs[i].Label), Dots(pairs[i], WideLabel, WideAxis, most, y));
        }

        return svg;
    }

    private static XElement Narrow(FigureText text, IReadOnlyList<Pair> pairs, int most)
    {
        var height = Top + (pairs.Count * NarrowRow);
        var svg = FigureFrame.Svg(text, "smal", 328, height, pairs.Select(p => p.Said));
        svg.Add(Grid(NarrowStart, NarrowAxis, most, height, "start"));
        for (var i = 0; i < pairs.Count; i++)
        {
            var y = Top + (i * NarrowRow) + 40;
            svg.Add(Text(0, y - 14, "halo", pairs[i].Label), Dots(pairs[i], NarrowStart, NarrowAxis, most, y));
        }

        return svg;
    }

    /// <summary>A line for each ten, or for each twenty where the lines would be many.</summary>
    private static IEnumerable<XElement> Grid(int start, int width, int most, int height, string firstAnchor)
    {
        for (var percent = 0; percent <= most; percent += most > 5 * Step ? 2 * Step : Step)
        {
            var x = start + (width * percent / (double)most);
            yield return new XElement("path", new XAttribute("class", "rutnat"), new XAttribute("d", Invariant($"M{x:0.#} {Top}V{height - 4}")));
            yield return new XElement(
                "text", new XAttribute("class", "axel"), new XAttribute("x", percent == 0 && firstAnchor == "start" ? "0" : Invariant($"{x:0.#}")),
                new XAttribute("y", "14"), new XAttribute("text-anchor", percent == 0 ? firstAnchor : "middle"), percent == 0 ? "0 %" : Invariant($"{percent}"));
        }
    }

    private static IEnumerable<XElement> Dots(Pair pair, int start, int width, int most, int y)
    {
        var ours = start + (width * pair.Ours / (double)most);
        var reference = start + (width * pair.Reference / (double)most);
        yield return new XElement(
            "path", new XAttribute("class", "hantel"), new XAttribute("d", Invariant($"M{Math.Min(ours, reference):0.#} {y}H{Math.Max(ours, reference):0.#}")));
        yield return Circle("ihalig", reference, y, "6.5");
        yield return Circle("punkt", ours, y, "8");
        yield return Text(Math.Max(ours, reference) + 16, y + 5, "halo", pair.Difference);
    }

    private static XElement Circle(string kind, double x, int y, string radius) => new(
        "circle", new XAttribute("class", kind), new XAttribute("cx", Invariant($"{x:0.#}")), new XAttribute("cy", Invariant($"{y}")), new XAttribute("r", radius));

    private static XElement Text(double x, int y, string? kind, string text) => new(
        "text", new XAttribute("x", Invariant($"{x:0.#}")), new XAttribute("y", Invariant($"{y}")), kind is null ? null : new XAttribute("class", kind), text);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
