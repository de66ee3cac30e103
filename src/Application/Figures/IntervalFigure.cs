using System.Xml.Linq;

namespace Medborgardialog.Application.Figures;

/// <summary>One row of an <see cref="IntervalFigure"/>.</summary>
/// <param name="Percent">Where the dot stands, 0 to 100.</param>
/// <param name="Lower">Where the line begins, 0 to <paramref name="Percent"/>.</param>
/// <param name="Upper">Where the line ends, <paramref name="Percent"/> to 100.</param>
/// <param name="Value">What is written, for example "61 % (50–71)".</param>
public sealed record IntervalRow(string Label, double Percent, double Lower, double Upper, string Value);

/// <summary>
/// Shares with what the data do not speak against, on one axis from 0 to 100 (ux 6.7): where two lines overlap the eye sees it before
/// anything is read. Drawn twice as <see cref="BarFigure"/> is, with its table. Pure functions.
/// </summary>
public static class IntervalFigure
{
    private const int LabelWidth = 256;
    private const int LabelRoom = 33;
    private const int WideAxis = 250;
    private const int NarrowAxis = 316;

    /// <param name="table">One row per line of the table: the first cell is its heading.</param>
    /// <param name="heading">Level of the heading, 2 to 4.</param>
    public static XElement Draw(FigureText text, IReadOnlyList<IntervalRow> rows, IReadOnlyList<IReadOnlyList<object>> table, int heading, string showTable) =>
        FigureFrame.Draw(text, Wide(text, rows), Narrow(text, rows), table, heading, showTable);

    private static XElement Wide(FigureText text, IReadOnlyList<IntervalRow> rows)
    {
        var height = (rows.Count * 42) + 24;
        var svg = FigureFrame.Svg(text, "bred", 640, height, Said(rows));
        svg.Add(Grid(LabelWidth, WideAxis, 4, rows.Count * 42, height - 4));
        for (var i = 0; i < rows.Count; i++)
        {
            var y = (i * 42) + 20;
            svg.Add(FigureFrame.Label(rows[i].Label, 0, y + 5, LabelRoom, null), Mark(rows[i], LabelWidth, WideAxis, y), Text(rows[i].Value, LabelWidth + WideAxis + 14, y + 5, "fet"));
        }

        return svg;
    }

    private static XElement Narrow(FigureText text, IReadOnlyList<IntervalRow> rows)
    {
        var height = (rows.Count * 66) + 20;
        var svg = FigureFrame.Svg(text, "smal", 328, height, Said(rows));
        svg.Add(Grid(6, NarrowAxis, 0, rows.Count * 66, height - 2));
        for (var i = 0; i < rows.Count; i++)
        {
            var y = i * 66;
            svg.Add(Text(rows[i].Label, 6, y + 16, "halo"), Text(rows[i].Value, 6, y + 36, "fet halo"), Mark(rows[i], 6, NarrowAxis, y + 52));
        }

        return svg;
    }

    private static IEnumerable<string> Said(IReadOnlyList<IntervalRow> rows) => rows.Select(r => $"{r.Label} {r.Value}");

    private static IEnumerable<XElement> Grid(double left, double width, double top, double bottom, double numbers)
    {
        foreach (var at in new[] { 0, 50, 100 })
        {
            var x = left + (width * at / 100);
            yield return new XElement("path", new XAttribute("class", "rutnat"), new XAttribute("d", Invariant($"M{x:0.#} {top}V{bottom}")));
            yield return new XElement(
                "text", new XAttribute("class", "svag"), new XAttribute("x", Invariant($"{x:0.#}")), new XAttribute("y", Invariant($"{numbers}")),
                new XAttribute("text-anchor", at == 0 ? "start" : at == 100 ? "end" : "middle"), at == 100 ? "100 %" : Invariant($"{at}"));
        }
    }

    private static IEnumerable<XElement> Mark(IntervalRow row, double left, double width, double y)
    {
        double X(double percent) => left + (width * percent / 100);
        yield return new XElement(
            "path", new XAttribute("class", "spann"),
            new XAttribute("d", Invariant($"M{X(row.Lower):0.#} {y}H{X(row.Upper):0.#}M{X(row.Lower):0.#} {y - 5}v10M{X(row.Upper):0.#} {y - 5}v10")));
        yield return new XElement(
            "circle", new XAttribute("class", "s1"), new XAttribute("cx", Invariant($"{X(row.Percent):0.#}")), new XAttribute("cy", Invariant($"{y}")), new XAttribute("r", "6"));
    }

    private static XElement Text(string text, double x, double y, string? kind) => new(
        "text", kind is null ? null : new XAttribute("class", kind), new XAttribute("x", Invariant($"{x:0.#}")), new XAttribute("y", Invariant($"{y:0.#}")), text);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
