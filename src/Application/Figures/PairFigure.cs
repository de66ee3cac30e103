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
    private static readonly Sheet Wide = new("bred", 640, Row: 38, Dots: 22, Start: 180, Axis: 400, LabelAbove: -5, Label: null, FirstNumber: "middle");
    private static readonly Sheet Narrow = new("smal", 328, Row: 52, Dots: 40, Start: 6, Axis: 270, LabelAbove: 14, Label: "halo", FirstNumber: "start");

    /// <param name="table">One row per line of the table: the first cell is its heading.</param>
    /// <param name="heading">Level of the heading, 2 to 4.</param>
    /// <param name="showTable">Text of the switch that opens the table on a small screen.</param>
    /// <param name="reading">A sentence under the drawing: what follows from it as a whole.</param>
    public static XElement Draw(
        FigureText text, PairLegend legend, IReadOnlyList<Pair> pairs, IReadOnlyList<IReadOnlyList<object>> table, int heading, string showTable, XElement? reading = null)
    {
        var most = Math.Clamp((pairs.SelectMany(p => new[] { p.Ours, p.Reference }).DefaultIfEmpty(0).Max() + Step - 1) / Step * Step, Step, 100);
        return FigureFrame.Draw(text, On(Wide, text, pairs, most), On(Narrow, text, pairs, most), table, heading, showTable, Legend(legend), reading);
    }

    private static XElement Legend(PairLegend legend) => new(
        "p",
        new XAttribute("class", "teckenforklaring"),
        new XElement("span", new XAttribute("class", "fylld"), legend.Ours),
        new XElement("span", new XAttribute("class", "ihalig"), legend.Reference),
        new XElement("span", new XAttribute("class", "svag"), legend.Difference));

    private static XElement On(Sheet sheet, FigureText text, IReadOnlyList<Pair> pairs, int most)
    {
        var height = Top + (pairs.Count * sheet.Row);
        var svg = FigureFrame.Svg(text, sheet.Kind, sheet.Width, height, pairs.Select(p => p.Said));
        svg.Add(Grid(sheet, most, height));
        for (var i = 0; i < pairs.Count; i++)
        {
            var y = Top + (i * sheet.Row) + sheet.Dots;
            svg.Add(Text(0, y - sheet.LabelAbove, sheet.Label, pairs[i].Label), Dots(sheet, pairs[i], most, y));
        }

        return svg;
    }

    /// <summary>A line for each ten, or for each twenty where the lines would be many.</summary>
    private static IEnumerable<XElement> Grid(Sheet sheet, int most, int height)
    {
        for (var percent = 0; percent <= most; percent += most > 5 * Step ? 2 * Step : Step)
        {
            var (x, isFirst) = (sheet.At(percent, most), percent == 0);
            yield return new XElement("path", new XAttribute("class", "rutnat"), new XAttribute("d", Invariant($"M{x:0.#} {Top}V{height - 4}")));
            yield return new XElement(
                "text", new XAttribute("class", "axel"), new XAttribute("x", Invariant($"{x:0.#}")), new XAttribute("y", "14"),
                new XAttribute("text-anchor", isFirst ? sheet.FirstNumber : "middle"), isFirst ? "0 %" : Invariant($"{percent}"));
        }
    }

    private static IEnumerable<XElement> Dots(Sheet sheet, Pair pair, int most, int y)
    {
        var (ours, reference) = (sheet.At(pair.Ours, most), sheet.At(pair.Reference, most));
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

    /// <summary>Measures of one of the two drawings, in its own units.</summary>
    /// <param name="Row">Height of a row.</param>
    /// <param name="Dots">From the top of a row to its dots.</param>
    /// <param name="Start">Where 0 percent lies.</param>
    /// <param name="Axis">Length of the axis.</param>
    /// <param name="LabelAbove">How far above the dots the foot of the label stands.</param>
    /// <param name="Label">Class of the label.</param>
    /// <param name="FirstNumber">Anchor of "0 %".</param>
    private sealed record Sheet(string Kind, int Width, int Row, int Dots, int Start, int Axis, int LabelAbove, string? Label, string FirstNumber)
    {
        public double At(int percent, int most) => Start + (Axis * percent / (double)most);
    }
}
