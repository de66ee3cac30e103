using Medborgardialog.Application.Goals;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Web.Resources;

namespace Medborgardialog.Web.Pages.Committees;

/// <summary>How a goal's figures and months are said.</summary>
internal static class GoalText
{
    public static string Whose(ITexts texts, Perspective? perspective) => perspective is { } whose ? texts[$"sb.perspective.{whose}"] : texts["goals.nobodys"];

    /// <summary>"62 %", "minst 90 %" or a dash.</summary>
    public static string Value(ITexts texts, GoalFigure figure) =>
        figure.AtLeastPercent is { } least ? texts["goals.atLeast", least] : figure.Percent is { } percent ? texts["goals.percent", percent] : "–";

    /// <summary>In words, with the reading before; empty where there is none.</summary>
    public static string Trend(ITexts texts, Dates dates, GoalFigure figure) =>
        figure is { Verdict: { } verdict, Before: { } before, BeforeTo: { } day } ? texts[$"goals.trend.{verdict}", before, dates.Day(day)] : texts["goals.trend.first"];

    /// <summary>"november 2026".</summary>
    public static string Month(DateOnly month) => month.ToString("MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>Class of the status word.</summary>
    public static string Tone(GoalState state) => state switch
    {
        GoalState.OnTheWay => "klar",
        GoalState.Partly => "atgard",
        _ => "fel",
    };
}
