using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Figures;
using Medborgardialog.Domain.Draws;

namespace Medborgardialog.Application.Draws;

/// <summary>The figure of a draw, with its table.</summary>
public static class DrawFigures
{
    /// <summary>More different chances than this are drawn as intervals.</summary>
    private const int MostBars = 7;

    /// <summary>How many people have which chance.</summary>
    /// <param name="heading">Level of the heading, 2 to 4.</param>
    public static XElement Chances(ITexts texts, DrawOutcome outcome, int heading)
    {
        var rows = Rows(outcome.Chances);
        var all = outcome.Chances.Sum(c => c.People);
        var shares = rows.ConvertAll(r => (int)Math.Round(100.0 * r.People / all, MidpointRounding.AwayFromZero));
        var finding = rows.Count == 1 ? texts["draw.figure.same", Percent(outcome.Lowest)] : texts["draw.figure.finding", Percent(outcome.Lowest), Percent(outcome.Highest)];
        var text = new FigureText(
            "d-chans", texts["result.figure", 1], finding, texts["draw.figure.under", Number(all)], texts["draw.figure.source"], texts["draw.figure.caption"],
            [texts["draw.figure.chance"], texts["draw.figure.people"], texts["result.share"]]);
        return BarFigure.Draw(
            text,
            [.. rows.Select((r, i) => new Bar(r.Name, shares[i], texts["result.percent", shares[i]], $"({Number(r.People)})"))],
            [.. rows.Select((r, i) => (IReadOnlyList<string>)[r.Name, Number(r.People), texts["result.percent", shares[i]]])],
            heading, texts["act.showTable"]);
    }

    /// <summary>A chance as people read it, with two digits that say something.</summary>
    public static string Percent(double share) => (100 * share).ToString(share is > 0 and < 0.1 ? "0.00" : "0.0", CultureInfo.CurrentCulture) + " %";

    private static List<(string Name, int People)> Rows(IReadOnlyList<ChanceStep> chances)
    {
        var steps = chances.GroupBy(c => Percent(c.Probability)).Select(g => (Name: g.Key, People: g.Sum(c => c.People))).ToList();
        if (steps.Count <= MostBars)
        {
            return steps;
        }

        var (lowest, highest) = (chances[0].Probability, chances[^1].Probability);
        var width = (highest - lowest) / MostBars;
        return
        [
            .. Enumerable.Range(0, MostBars).Select(i => (
                $"{Percent(lowest + (i * width))[..^2]}–{Percent(lowest + ((i + 1) * width))}",
                chances.Where(c => Math.Clamp((int)((c.Probability - lowest) / width), 0, MostBars - 1) == i).Sum(c => c.People))),
        ];
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
