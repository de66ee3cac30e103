using System.Xml.Linq;

namespace Medborgardialog.Application.Figures;

/// <summary>A table of figures with scoped headings, built as XML so that every text is escaped.</summary>
public static class FigureTable
{
    /// <param name="rows">Texts or elements; the first cell of each row is its heading.</param>
    public static XElement Draw(string caption, IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<object>> rows) => new(
        "table",
        new XAttribute("class", "tal-tabell"),
        new XElement("caption", caption),
        new XElement("thead", new XElement("tr", heads.Select(h => new XElement("th", new XAttribute("scope", "col"), h)))),
        new XElement("tbody", rows.Select(r => new XElement(
            "tr",
            new XElement("th", new XAttribute("scope", "row"), r[0]),
            r.Skip(1).Select(c => new XElement("td", c))))));
}
