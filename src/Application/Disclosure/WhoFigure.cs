using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Figures;

namespace Medborgardialog.Application.Disclosure;

/// <summary>Who answered beside who lives there, as a figure with its table. The same on the result page and in the report.</summary>
/// <remarks>The counts come rounded and the small groups merged from the gate; nothing is added here.</remarks>
public static class WhoFigure
{
    /// <summary>Percentage points. A difference of one can be rounding alone, so nothing is said about it.</summary>
    private const int WorthSaying = 2;

    /// <param name="number">For example "Figur 4.".</param>
    /// <param name="caption">What the groups are, for example "Svarande och befolkning per område".</param>
    /// <param name="source">Where the figures come from.</param>
    /// <param name="heading">Level of the heading, 2 to 4.</param>
    public static XElement Draw(ITexts texts, string id, string number, string caption, string source, IReadOnlyList<WhoRow> rows, int heading)
    {
        var text = new FigureText(
            id, number, Finding(texts, caption, rows), texts["result.whoUnder", Number(rows.Sum(r => r.Count))], source, caption, Heads(texts));
        return PairFigure.Draw(
            text, new PairLegend(texts["result.whoOurs"], texts["result.whoReference"], texts["result.whoDifference"]),
            [.. rows.Select(r => new Pair(r.Name, r.Percent, r.PopulationPercent, Signed(r), texts["result.whoSaid", r.Name, r.Percent, r.PopulationPercent]))],
            Cells(texts, rows), heading, texts["act.showTable"]);
    }

    /// <summary>The table alone, for the tables at the end of a report: on paper a figure shows no table of its own.</summary>
    public static XElement Table(ITexts texts, string caption, IReadOnlyList<WhoRow> rows) => FigureTable.Draw(caption, Heads(texts), Cells(texts, rows));

    private static string[] Heads(ITexts texts) =>
        [texts["result.group"], texts["result.aboutCount"], texts["result.shareOfAnswers"], texts["result.shareOfPopulation"], texts["result.difference"]];

    private static List<IReadOnlyList<string>> Cells(ITexts texts, IReadOnlyList<WhoRow> rows)
    {
        string Share(int percent) => texts["result.percent", percent];
        return [.. rows.Select(r => (IReadOnlyList<string>)[r.Name, Number(r.Count), Share(r.Percent), Share(r.PopulationPercent), Signed(r)])];
    }

    private static string Finding(ITexts texts, string caption, IReadOnlyList<WhoRow> rows)
    {
        var (most, least) = (rows.MaxBy(r => r.Difference)!, rows.MinBy(r => r.Difference)!);
        return most.Difference >= WorthSaying && least.Difference <= -WorthSaying ? texts["result.whoFinding", most.Name, least.Name] : caption;
    }

    /// <summary>Percentage points with their sign, a true minus among them.</summary>
    private static string Signed(WhoRow row) => row.Difference.ToString("+0;−0;0", CultureInfo.InvariantCulture);

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
