using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Application.Evidence;

/// <summary>Synpunkter: so many came in, so many got an answer, in time, and led to a change. Requirements E2 (voice beside what it was met with) and E11.</summary>
internal sealed class ComplaintsReader(ImportKnowledge known, ITexts texts) : LineReader(EvidenceSourceKind.Complaints, known, texts)
{
    private static readonly Dictionary<string, EvidenceKind> _sorts = new(StringComparer.Ordinal)
    {
        ["klagomal"] = EvidenceKind.VoiceIndividual, ["ide"] = EvidenceKind.VoiceIndividual, ["berom"] = EvidenceKind.VoiceIndividual, ["fraga"] = EvidenceKind.VoiceIndividual,
        ["namninsamling"] = EvidenceKind.VoiceCollective,
    };

    protected override void ReadLine()
    {
        var before = Errors;
        var (period, service) = (Period(), Service());
        var unit = Unit(LedgerColumns.Unit, service);
        var area = Text(LedgerColumns.Area);
        var sort = LedgerColumns.KeyOf(Cell(LedgerColumns.Sort));
        if (!_sorts.ContainsKey(sort))
        {
            Wrong(LedgerColumns.Sort, sort.Length == 0 ? "evidence.row.required" : "evidence.row.sort");
        }

        var count = Number(LedgerColumns.Count, required: true);
        var answered = Number(LedgerColumns.Answered, required: false, count, LedgerColumns.Count);
        var inTime = Number(LedgerColumns.InTime, required: false, answered, LedgerColumns.Answered);
        var changed = Number(LedgerColumns.Changed, required: false, count, LedgerColumns.Count);
        var days = Number(LedgerColumns.Days, required: false);
        if (inTime is not null && answered is null)
        {
            Wrong(LedgerColumns.InTime, "evidence.row.noAnswered");
        }

        if (Errors > before)
        {
            return;
        }

        Apart(service!, unit!, period!.Value);
        Once($"{service}|{unit}|{area}|{sort}|{period}");
        if (Errors > before)
        {
            return;
        }

        var said = new EvidenceSignal
        {
            Kind = _sorts[sort], Basis = EvidenceBasis.Actual, Measure = Measures.Complaints, Label = Label(Measures.Complaints, sort), Service = service!, Unit = unit!, Group = area,
            Reason = Texts[$"evidence.sort.{sort}"], From = period.Value.From, To = period.Value.To, Count = count, Design = SampleDesign.TotalSurvey,
        };
        Say(said);
        SayPart(said, Measures.ComplaintsAnswered, sort, answered, count);
        SayPart(said, Measures.ComplaintsInTime, sort, inTime, answered);
        SayPart(said, Measures.ComplaintsChanged, sort, changed, count);
        SayPart(said, Measures.ComplaintsDays, sort, days, null);
    }

    private void SayPart(EvidenceSignal whole, string measure, string sort, int? count, int? of)
    {
        if (count is not null)
        {
            Say(whole with { Measure = measure, Label = Label(measure, sort), Count = count, Denominator = of });
        }
    }

    private string Label(string measure, string sort) => Texts[$"evidence.label.{measure}", Texts[$"evidence.sort.{sort}"]];
}
