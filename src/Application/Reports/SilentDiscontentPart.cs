using Medborgardialog.Application.Common;
using Medborgardialog.Application.Evidence;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// Tyst missnöje in a report about a survey (E10): whether satisfaction falls, more leave, and that more speak up is not seen, over the editions that have all three.
/// It says that something is worth asking about, with the rate at which it errs, and never why.
/// </summary>
internal sealed class SilentDiscontentPart(ITexts texts, FigureBook book)
{
    /// <summary>Indicators of ux 10.3 as programmes name them.</summary>
    private const string Satisfied = "nojd";
    private const string Voice = "sagt-till";
    private const string Exit = "byter";

    /// <summary>Sentences; none where the survey does not follow all three over time.</summary>
    public IReadOnlyList<string> Text()
    {
        var (satisfied, voice, exit) = (Series(Satisfied), Series(Voice), Series(Exit));
        var periods = satisfied.Where(s => voice.ContainsKey(s.Key) && exit.ContainsKey(s.Key)).OrderBy(s => s.Key, EditionOrder.Instance)
            .Select(s => new DiscontentPeriod(s.Key, ShareOf(s.Value), ShareOf(voice[s.Key]), ShareOf(exit[s.Key]), null, Breaks(s.Value) || Breaks(voice[s.Key]) || Breaks(exit[s.Key]))).ToList();
        if (periods.Count < 2)
        {
            return [];
        }

        var said = SilentDiscontent.Of([new DiscontentSeries("", periods)])[0];
        var sentence = texts[$"measures.discontent.{said.Verdict}"];
        return said.Why is { } why
            ? [$"{sentence} {texts[$"measures.discontent.why.{why}"]}"]
            : [$"{sentence} {texts["report.discontent.between", periods[0].Name, periods[^1].Name]}", texts["report.discontent.rate"]];
    }

    private Dictionary<string, EvidenceRow> Series(string indicator) =>
        book.Rows.Where(r => r.Measure == Measures.Series(indicator) && r.Unit.Length == 0 && r is { Count: not null, Denominator: not null })
            .ToDictionary(r => r.Group, StringComparer.Ordinal);

    private static Share ShareOf(EvidenceRow row) => new(row.Count!.Value, row.Denominator!.Value, row.Design);

    private static bool Breaks(EvidenceRow row) => row.Reason.Length > 0;
}
