using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Figures;
using Medborgardialog.Domain.Participation;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Application.Participation;

/// <summary>The figures of the participation page, each with its table. The counts come rounded; nothing is added here.</summary>
public static class ParticipationFigures
{
    /// <summary>Percentage points. A difference of one can be rounding alone, so nothing is said about it.</summary>
    private const int WorthSaying = 2;

    /// <summary>More bars than this are drawn as weeks.</summary>
    private const int MostDays = 62;

    /// <summary>A table of more days than this is told by week.</summary>
    private const int MostRows = 14;

    /// <param name="variable">Key of <c>AboutYou</c>.</param>
    /// <param name="source">Where the figures come from.</param>
    public static XElement Compare(ITexts texts, ParticipationView view, GroupComparison comparison, string variable, int number, string source)
    {
        var kind = view.Reference!.IsFrame ? "frame" : "population";
        var (people, all) = (comparison.Groups.Sum(g => g.Count), comparison.Groups.Sum(g => g.Size));
        var rows = comparison.Groups
            .Select(g => (Name: MissingGroups.Name(variable, g.Names, texts), g.Count, Ours: Share(g.Count, people), Theirs: Share(g.Size, all))).ToList();
        var (most, least) = (rows.MaxBy(r => r.Ours - r.Theirs), rows.MinBy(r => r.Ours - r.Theirs));
        var differs = most.Ours - most.Theirs >= WorthSaying && least.Theirs - least.Ours >= WorthSaying;
        var text = new FigureText(
            $"d-{variable}", texts["result.figure", number],
            differs ? texts[$"part.finding.{kind}", most.Name, least.Name] : texts[$"part.alike.{variable}"],
            texts[$"part.under.{kind}", texts[$"part.{variable}"], Number(people)], source, texts["part.rounded", Rounding(texts, view)],
            [texts["result.group"], texts["part.answers"], texts["result.share"], texts[$"part.ref.{kind}"]]);
        return PairFigure.Draw(
            text, new PairLegend(texts["result.whoOurs"], texts[$"part.ref.{kind}"], texts["result.whoDifference"]),
            [.. rows.Select(r => new Pair(r.Name, r.Ours, r.Theirs, Signed(r.Ours - r.Theirs), texts[$"part.said.{kind}", r.Name, r.Ours, r.Theirs]))],
            [.. rows.Select(r => (IReadOnlyList<string>)[r.Name, Number(r.Count), texts["result.percent", r.Ours], texts["result.percent", r.Theirs]])],
            3, texts["act.showTable"], Skew(texts, comparison));
    }

    /// <summary>Null before the first whole day.</summary>
    /// <param name="source">Where the figures come from.</param>
    public static XElement? Days(ITexts texts, ParticipationView view, int number, string source)
    {
        var (first, last) = Span(view);
        if (last < first)
        {
            return null;
        }

        var days = Period.Days(view.Counts.Days, first, last, view.Limits.RoundingBase);
        var weeks = Period.Weeks(view.Counts.Days, first, last, view.Limits.RoundingBase);
        var bars = days.Count > MostDays ? weeks : days;
        var columns = bars.Select(p => new Column(Name(p), p.Count, Marks(texts, view, p, first, "part.mark"), Marks(texts, view, p, first, "part.short"))).ToList();
        var highest = bars.MaxBy(p => p.Count)!;
        var byWeek = days.Count > MostRows;
        var caption = texts[bars == weeks ? "part.perWeek" : byWeek ? "part.perDayAndWeek" : "part.perDay"];
        var text = new FigureText(
            "d-dag", texts["result.figure", number], highest.Count == 0 ? caption : texts["part.peak", Name(highest)],
            texts["part.daysUnder", texts[bars == weeks ? "part.perWeek" : "part.perDay"], $"{Day(first)}–{Day(last)}", Rounding(texts, view)], source, caption,
            [texts[byWeek ? "part.week" : "part.day"], texts["part.answers"], texts["part.sent.head"]]);
        return ColumnFigure.Draw(
            text, columns,
            [texts["part.peakSaid", Name(highest), Number(highest.Count)], .. columns.Where(c => c.Mark.Length > 0).Select(c => $"{c.Mark} {c.Label}: {Number(c.Count)}")],
            [.. (byWeek ? weeks : days).Select(p => (IReadOnlyList<string>)[Name(p), Number(p.Count), Marks(texts, view, p, first, "part.mark")])],
            3, texts["act.showTable"]);
    }

    /// <summary>"tretal" or "femtal".</summary>
    public static string Rounding(ITexts texts, ParticipationView view) => texts[$"part.base.{view.Limits.RoundingBase}"];

    /// <summary>"d MMM", and of a week its first and last day.</summary>
    private static string Name(Period period) =>
        period.From == period.To ? Day(period.From)
        : period.From.Month == period.To.Month ? $"{period.From.Day.ToString(CultureInfo.CurrentCulture)}–{Day(period.To)}"
        : $"{Day(period.From)}–{Day(period.To)}";

    private static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.CurrentCulture);

    /// <summary>From the day that answers open to the last whole day.</summary>
    private static (DateOnly First, DateOnly Last) Span(ParticipationView view)
    {
        var yesterday = view.Counts.Today.AddDays(-1);
        var first = view.Dialogue.OpensAt?.SwedishDate() ?? view.Counts.Today;
        var closes = view.Dialogue.ClosesAt?.SwedishDate() ?? yesterday;
        var (came, went) = (view.Counts.Days.Count > 0 ? view.Counts.Days[0].Day : first, view.Counts.Days.Count > 0 ? view.Counts.Days[^1].Day : first);
        var last = closes < yesterday ? closes : yesterday;
        return (came < first ? came : first, went > last ? went : last);
    }

    private static string Marks(ITexts texts, ParticipationView view, Period period, DateOnly first, string key) => string.Join(
        ", ",
        (period.From == first ? [texts[$"{key}.opens"]] : Enumerable.Empty<string>())
            .Concat(view.Sent.Where(s => s.Day >= period.From && s.Day <= period.To).Select(s => texts[$"{key}.{s.Kind?.ToString() ?? "Letters"}"])).Distinct());

    private static XElement Skew(ITexts texts, GroupComparison comparison)
    {
        // By the whole percent that is printed, so that the word never speaks against the number.
        var skew = Math.Round(comparison.Skew!.Value, 2, MidpointRounding.AwayFromZero);
        return new XElement(
            "p", new XAttribute("class", "figur-lasning"),
            new XElement("b", texts[$"part.skew.{Dissimilarity.Classify(skew)}", (int)Math.Round(100 * skew)]), " " + texts["part.skew.means"]);
    }

    private static int Share(int part, int whole) => (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero);

    /// <summary>Percentage points with their sign, a true minus among them.</summary>
    private static string Signed(int difference) => difference.ToString("+0;−0;0", CultureInfo.InvariantCulture);

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
