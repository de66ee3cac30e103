using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Figures;
using Medborgardialog.Application.Participation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Application.Panels;

/// <summary>The members of a panel beside the population, each figure with its table. The counts come rounded; nothing is added here.</summary>
public static class PanelFigures
{
    /// <summary>Percentage points. A difference of one can be rounding alone, so nothing is said about it.</summary>
    private const int WorthSaying = 2;

    /// <param name="stratum">With at least two groups to compare.</param>
    /// <param name="today">The day of the members, in words.</param>
    public static XElement Compare(ITexts texts, PanelHealth health, StratumHealth stratum, int number, string today)
    {
        var groups = stratum.Comparison.Groups;
        var (members, people) = (groups.Sum(g => g.Count), groups.Sum(g => g.Size));
        var rows = groups
            .Select(g => (Name: MissingGroups.Name(stratum.Stratum.Key, g.Names, texts), g.Count, Ours: Percent(g.Count, members), Theirs: Percent(g.Size, people))).ToList();
        var (most, least) = (rows.MaxBy(r => r.Ours - r.Theirs), rows.MinBy(r => r.Ours - r.Theirs));
        var differs = most.Ours - most.Theirs >= WorthSaying && least.Theirs - least.Ours >= WorthSaying;
        var name = stratum.Stratum.Name;
        var text = new FigureText(
            $"s-{stratum.Stratum.Key}", texts["result.figure", number],
            differs ? texts["paneldesk.health.finding", most.Name, least.Name] : texts["paneldesk.health.alike", name],
            texts["paneldesk.health.under", name, members.ToString("N0", CultureInfo.CurrentCulture)],
            texts["paneldesk.health.source", today, stratum.Stratum.Source], texts["paneldesk.health.rounded", texts[$"part.base.{health.Limits.RoundingBase}"]],
            [texts["result.group"], texts["paneldesk.health.count"], texts["result.share"], texts["part.ref.population"]]);
        return PairFigure.Draw(
            text, new PairLegend(texts["paneldesk.health.ours"], texts["part.ref.population"], texts["result.whoDifference"]),
            [.. rows.Select(r => new Pair(r.Name, r.Ours, r.Theirs, Signed(r.Ours - r.Theirs), texts["paneldesk.health.said", r.Name, r.Ours, r.Theirs]))],
            [.. rows.Select(r => (IReadOnlyList<string>)[r.Name, r.Count.ToString("N0", CultureInfo.CurrentCulture), texts["result.percent", r.Ours], texts["result.percent", r.Theirs]])],
            3, texts["act.showTable"], Skew(texts, stratum.Comparison.Skew!.Value));
    }

    private static XElement Skew(ITexts texts, double skew)
    {
        // By the whole percent that is printed, so that the word never speaks against the number.
        var printed = Math.Round(skew, 2, MidpointRounding.AwayFromZero);
        return new XElement(
            "p", new XAttribute("class", "figur-lasning"),
            new XElement("b", texts[$"part.skew.{Dissimilarity.Classify(printed)}", (int)Math.Round(100 * printed)]), " " + texts["paneldesk.health.skewMeans"]);
    }

    private static int Percent(int part, int whole) => (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero);

    /// <summary>Percentage points with their sign, a true minus among them.</summary>
    private static string Signed(int difference) => difference.ToString("+0;−0;0", CultureInfo.InvariantCulture);
}
