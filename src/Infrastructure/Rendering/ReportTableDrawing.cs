using System.Xml.Linq;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Figures;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>The tables of a report as figures and as tables; every number is a link to the rows that it comes from.</summary>
internal sealed class ReportTableDrawing(ITexts texts, ReportModel model)
{
    private readonly Dictionary<string, int> _numbers = model.Tables.Where(t => t.Drawing != ReportDrawing.None).Select((t, i) => (t.Key, i)).ToDictionary(t => t.Key, t => t.i + 1, StringComparer.Ordinal);

    /// <param name="figure">Key of the number; empty for a word.</param>
    public object Link(string text, string figure) => figure.Length == 0 ? text
        : new XElement("a", new XAttribute("href", model.AddressOf(figure)), text, new XElement("span", new XAttribute("class", "dold"), " " + texts["report.rowsOf"]));

    public XElement Figure(ReportTable table) => Noted(table.Drawing == ReportDrawing.None ? Plain(table) : Drawn(table), table);

    public XElement Table(ReportTable table) => FigureTable.Draw(table.Caption, table.Heads, Cells(table));

    private XElement Drawn(ReportTable table)
    {
        var marked = table.Lines.Where(l => l.Mark is not null).ToList();
        var text = new FigureText(table.Key, Number(table), table.Finding, table.Under, table.Source, table.Caption, table.Heads);
        var (rows, show) = (Cells(table), texts["act.showTable"]);
        return table.Drawing switch
        {
            _ when marked.Count == 0 => Plain(table),
            ReportDrawing.Stack => StackFigure.Draw(text, [.. marked.Select(l => new StackPart(l.Label, l.Mark!.Percent, l.Mark.Text, l.Mark.Detail))], rows, 3, show),
            ReportDrawing.Pairs => PairFigure.Draw(
                text, new PairLegend(texts["result.whoOurs"], texts["result.whoReference"], texts["result.whoDifference"]),
                [.. marked.Select(l => new Pair(l.Label, (int)l.Mark!.Percent, (int)l.Mark.Other!.Value, l.Mark.Text, texts["result.whoSaid", l.Label, l.Mark.Percent, l.Mark.Other.Value]))],
                rows, 3, show),
            ReportDrawing.Intervals when marked.TrueForAll(l => l.Mark!.Lower is not null) => IntervalFigure.Draw(
                text, [.. marked.Select(l => new IntervalRow(l.Label, Math.Clamp(l.Mark!.Percent, l.Mark.Lower!.Value, l.Mark.Upper!.Value), l.Mark.Lower.Value, l.Mark.Upper.Value, $"{l.Mark.Text} {l.Mark.Detail}".TrimEnd()))],
                rows, 3, show),
            _ => BarFigure.Draw(text, [.. marked.Select(l => new Bar(l.Label, (int)l.Mark!.Percent, l.Mark.Text, l.Mark.Detail, l.Mark.Strong))], rows, 3, show),
        };
    }

    private XElement Plain(ReportTable table) => new(
        "section",
        new XAttribute("id", table.Key),
        new XElement("h3", table.Finding),
        table.Under.Length == 0 ? null : new XElement("p", table.Under),
        new XElement("div", new XAttribute("class", "tabell-rull"), new XAttribute("tabindex", "0"), new XAttribute("role", "region"), new XAttribute("aria-label", table.Caption), Table(table)),
        new XElement("p", new XAttribute("class", "figur-kalla"), table.Source));

    private static XElement Noted(XElement figure, ReportTable table)
    {
        if (table.Notes.Count > 0)
        {
            figure.Add(table.Notes.Select(n => new XElement("p", new XAttribute("class", "tecken"), n)));
        }

        return figure;
    }

    private List<IReadOnlyList<object>> Cells(ReportTable table) => [.. table.Lines.Select(l => (IReadOnlyList<object>)[l.Label, .. l.Cells.Select(c => Link(c.Text, c.Figure))])];

    private string Number(ReportTable table) => texts["result.figure", _numbers.GetValueOrDefault(table.Key, 1)];
}
