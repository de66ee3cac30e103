using System.Globalization;
using System.Xml.Linq;
using Medborgardialog.Application.Figures;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Web.Pages.Surveys;

/// <summary>What one unit asked beside the core, told by itself (N4).</summary>
public sealed record UnitAddOns(string Unit, IReadOnlyList<UnitAddOn> Questions)
{
    /// <summary>By unit, in the order that the units are met in.</summary>
    public static IReadOnlyList<UnitAddOns> Of(SurveyResultView result) =>
        [.. result.AddOns.SelectMany(q => q.AskedOf).Distinct(StringComparer.Ordinal)
            .Select(unit => new UnitAddOns(unit, [.. result.AddOns.Where(q => q.AskedOf.Contains(unit)).Select(q => new UnitAddOn(q, unit))]))];
}

/// <summary>One of the questions, as far as it may be told of one unit.</summary>
public sealed class UnitAddOn(SurveyQuestionResult question, string unit)
{
    public SurveyQuestionResult Question => question;

    private BreakdownTable? Table => question.Tables.Count > 0 ? question.Tables[0] : null;

    private BreakdownLine? Line => Table?.Lines.FirstOrDefault(l => l.Names.Contains(unit));

    private AddOnNumber? Number => question.Numbers.FirstOrDefault(n => n.Unit == unit);

    public bool HasBars => Line is { Counts.Count: > 0 };

    /// <summary>What is said where there are no bars.</summary>
    public string Plain(ITexts texts) =>
        Number is { } number ? texts["surveyResult.numbers", Decimal(number.Mean), Decimal(number.Median), "", texts["surveyResult.about", Whole(number.Answered)]]
        : question.Texts > 0 ? texts["surveyResult.texts", Whole(question.Texts)]
        : texts[$"withheld.{Line?.Withheld ?? Domain.Disclosure.Withheld.TooFew}"];

    /// <param name="number">Of the figure.</param>
    /// <param name="source">Name of the survey.</param>
    public XElement Bars(ITexts texts, int number, string source)
    {
        var (line, table) = (Line!, Table!);
        var inBase = Enumerable.Range(0, line.Counts.Count).Where(i => line.Shares[i] is not null).ToList();
        var most = inBase.Select(i => line.Counts[i]).DefaultIfEmpty(0).Max();
        var bars = inBase.Select(i => new Bar(
            table.Columns[i], line.Shares[i] is { IsShown: true } share ? Percent(share.Value) : 0, Value(line.Shares[i], texts), Between(line.Shares[i], texts),
            line.Counts[i] == most)).ToList();
        var text = new FigureText(
            $"figur-{number}", texts["result.figure", number], question.Text, texts["surveyResult.addOnUnder", unit, Whole(line.Size)],
            texts["surveyResult.source", source], question.Text,
            [texts["surveyResult.choice"], texts["surveyResult.count"], texts["surveyResult.percent"], texts["surveyResult.bounds"]]);
        return BarFigure.Draw(
            text, bars,
            [.. Enumerable.Range(0, line.Counts.Count).Select(i => (IReadOnlyList<string>)
                [table.Columns[i], texts["surveyResult.about", Whole(line.Counts[i])], line.Shares[i] is null ? "–" : Value(line.Shares[i], texts), Between(line.Shares[i], texts)])],
            3, texts["act.showTable"]);
    }

    private static string Value(RoundedShare? share, ITexts texts) =>
        share is { IsShown: true } ? texts["surveyResult.share", Percent(share.Value)] : texts["surveyResult.uncertain"];

    /// <summary>What rounding, and where those who were asked were chosen for it chance too, can hide.</summary>
    private static string Between(RoundedShare? share, ITexts texts)
    {
        if (share is not { IsShown: true })
        {
            return "";
        }

        var bounds = share.Interval() ?? share.Rounding;
        return texts["surveyResult.between", Percent(bounds.Lower), Percent(bounds.Upper)];
    }

    private static int Percent(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);

    private static string Whole(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Decimal(decimal number) => number.ToString("0.###", CultureInfo.CurrentCulture);
}
