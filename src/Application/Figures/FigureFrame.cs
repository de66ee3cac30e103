using System.Globalization;
using System.Xml.Linq;

namespace Medborgardialog.Application.Figures;

/// <param name="Id">Unique on the page, letters, digits and hyphens.</param>
/// <param name="Finding">The heading says what is the case, not what is measured.</param>
/// <param name="Under">Measure, unit, who, when and n.</param>
/// <param name="Source">Where it comes from and what is left out.</param>
public sealed record FigureText(string Id, string Number, string Finding, string Under, string Source, string TableCaption, IReadOnlyList<string> TableHeads);

/// <summary>What every figure has around its drawing: number and finding, what is measured, the table beside it, and the source (ux 6.7).</summary>
internal static class FigureFrame
{
    /// <summary>Between two lines of a label.</summary>
    private const double Leading = 17;

    /// <param name="wide">The drawing for a wide screen and for paper; <paramref name="narrow"/> is the same for a phone.</param>
    /// <param name="legend">What the marks mean, when the drawing does not say it beside them.</param>
    /// <param name="reading">A sentence under the drawing: what follows from it as a whole.</param>
    public static XElement Draw(
        FigureText text, XElement wide, XElement narrow, IReadOnlyList<IReadOnlyList<object>> table, int heading, string showTable, XElement? legend = null,
        XElement? reading = null) =>
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
            legend,
            new XElement(
                "div",
                new XAttribute("class", "figur-kropp bredvid"),
                new XElement("div", wide, narrow, reading),
                new XElement(
                    "details",
                    new XAttribute("class", "figur-tabell"),
                    new XElement("summary", showTable),
                    FigureTable.Draw(text.TableCaption, text.TableHeads, table))),
            new XElement("p", new XAttribute("class", "figur-kalla"), text.Source));

    /// <param name="kind">"bred" or "smal".</param>
    /// <param name="said">The drawing in words, one for each row.</param>
    public static XElement Svg(FigureText text, string kind, int width, int height, IEnumerable<string> said)
    {
        var id = $"{text.Id}-{kind}";
        return new XElement(
            "svg",
            new XAttribute("role", "img"),
            new XAttribute("class", kind),
            new XAttribute("viewBox", FormattableString.Invariant($"0 0 {width} {height}")),
            new XAttribute("aria-labelledby", $"{id}-t"),
            new XAttribute("aria-describedby", $"{id}-d"),
            new XElement("title", new XAttribute("id", $"{id}-t"), text.TableCaption),
            new XElement("desc", new XAttribute("id", $"{id}-d"), string.Join(", ", said) + "."));
    }

    /// <summary>A label on one line or, where there is no room, on two; what finds no room on the second is cut with three dots. The table has it whole.</summary>
    /// <param name="y">The line of a label that stands on one.</param>
    /// <param name="room">Letters on a line.</param>
    public static XElement Label(string text, double x, double y, int room, string? kind)
    {
        var label = new XElement("text", kind is null ? null : new XAttribute("class", kind), new XAttribute("x", Invariant(x)), new XAttribute("y", Invariant(text.Length <= room ? y : y - Leading / 2)));
        if (text.Length <= room)
        {
            label.Add(text);
            return label;
        }

        var cut = text.LastIndexOf(' ', room);
        cut = cut <= 0 ? room : cut;
        var rest = text[cut..].TrimStart();
        label.Add(
            text[..cut] + " ",
            new XElement("tspan", new XAttribute("x", Invariant(x)), new XAttribute("dy", Invariant(Leading)), rest.Length <= room ? rest : rest[..(room - 1)].TrimEnd() + "…"));
        return label;
    }

    private static string Invariant(double value) => FormattableString.Invariant($"{value:0.#}");
}
