using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Web.Pages.DidYouSay;

/// <summary>How a point of a committee's answer is said.</summary>
internal static class PointText
{
    /// <summary>What stands before the measure: done or to be done.</summary>
    public static string WeDo(ITexts texts, AnswerPoint point) => texts[point.Status == PointStatus.Done ? "point.weDid" : "point.weDo"];

    public static string Why(ITexts texts, AnswerPoint point) => texts[point.IsRefused ? "point.whyNot" : "point.why"];

    /// <summary>For example "Pågår · klart november 2027"; "Besvarad" where nothing was to be done.</summary>
    public static string Status(ITexts texts, AnswerPoint point) => point switch
    {
        { Status: null } => texts["point.answered"],
        { Status: PointStatus.Done or PointStatus.Stopped } or { When.Length: 0 } => texts[$"pointStatus.{point.Status}"],
        _ => texts["point.due", texts[$"pointStatus.{point.Status}"], point.When],
    };

    /// <summary>For example "5 ja, 2 ja, delvis och 4 nej".</summary>
    public static string Tally(ITexts texts, IReadOnlyList<AnswerPoint> points) => string.Join(
        ", ", Enum.GetValues<CommitteeDecision>()
            .Select(d => (Decision: d, Count: points.Count(p => p.Decision == d)))
            .Where(d => d.Count > 0)
            .Select(d => texts[$"tally.{d.Decision}", d.Count]));
}
