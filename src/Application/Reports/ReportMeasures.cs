using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// Exit, voice and loyalty for a rådslag, where there is no service to leave (ux 10.3, after Hirschman 1970): exit is to leave
/// the flow or not want to take part again, voice to answer, write and be answered, loyalty to come back whatever the outcome.
/// Rates overlap and never sum to a hundred.
/// </summary>
internal sealed class ReportMeasures(ITexts texts)
{
    public IReadOnlyList<ReportMeasure> List(ResultView result, ReportBase figures, IReadOnlyList<EvidencePost> residents)
    {
        var opening = residents.Where(p => p.ReplyTo is null).ToList();
        var again = Exit(result, AboutYou.Again);
        var told = Exit(result, AboutYou.Told);
        var loyal = Exit(result, AboutYou.Loyal);
        var toldAny = told is null ? null : Count(told, "answered") + Count(told, "unanswered");
        return
        [
            Rate("exit", "left", figures.LeftTheFlow, figures.Answers + figures.LeftTheFlow),
            Rate("exit", "again", again is null ? null : Count(again, "no"), again?.Answered),
            Rate("voice", "wrote", figures.Writers, null),
            Rate("voice", "gotAnswer", opening.Count(p => p.AnsweredByOfficial), opening.Count),
            Rate("voice", "told", toldAny, told?.Answered),
            Rate("voice", "toldAnswered", told is null ? null : Count(told, "answered"), toldAny),
            Rate("loyalty", "loyal", loyal is null ? null : Count(loyal, "yes"), loyal?.Answered),
        ];
    }

    private static Distribution? Exit(ResultView result, string key) => result.Disclosed.Exit.FirstOrDefault(e => e.Key == key);

    private static int? Count(Distribution distribution, string choice) => distribution.Counts.GetValueOrDefault(choice);

    private ReportMeasure Rate(string kind, string key, int? count, int? of) => new(
        kind, key, texts[$"report.measure.{key}"], count, of,
        count is not null && of is > 0 ? (int)Math.Round(100.0 * count.Value / of.Value, MidpointRounding.AwayFromZero) : null);
}
