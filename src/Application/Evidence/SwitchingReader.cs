using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Application.Evidence;

/// <summary>
/// Byten: so many users left a unit in a period, for what and why, of how many users. Requirement E3: exits of different kinds apart, what
/// happened apart from what people say, always with what it is of.
/// </summary>
internal sealed class SwitchingReader(ImportKnowledge known, ITexts texts) : LineReader(EvidenceSourceKind.Switching, known, texts)
{
    private static readonly Dictionary<string, EvidenceKind> _ways = new(StringComparer.Ordinal)
    {
        ["annanutforare"] = EvidenceKind.ExitInternal, ["lamnar"] = EvidenceKind.ExitPrivate, ["flyttar"] = EvidenceKind.ExitGeographic,
    };

    private readonly Dictionary<(string Service, string Unit, EvidencePeriod Period), (int Line, int Users, int Left)> _users = [];

    protected override void ReadLine()
    {
        var before = Errors;
        var (period, service) = (Period(), Service());
        var from = Unit(LedgerColumns.From, service);
        if (from is "")
        {
            Wrong(LedgerColumns.From, "evidence.row.required");
        }

        var users = Number(LedgerColumns.Users, required: true);
        var count = Number(LedgerColumns.Count, required: true, users, LedgerColumns.Users);
        var way = Way(count);
        var to = Unit(LedgerColumns.To, service);
        if (to is { Length: > 0 } && (way is not EvidenceKind.ExitInternal || to == from))
        {
            Wrong(LedgerColumns.To, to == from ? "evidence.row.sameUnit" : "evidence.row.noTo");
        }

        var reason = Text(LedgerColumns.Reason);
        if (Errors > before)
        {
            return;
        }

        Keep(period!.Value, service!, from!, way, to!, reason, count!.Value, users!.Value);
    }

    /// <summary>May be empty where nobody left: such a row tells how many users there were.</summary>
    private EvidenceKind? Way(int? count)
    {
        var written = Cell(LedgerColumns.Way);
        if (_ways.TryGetValue(LedgerColumns.KeyOf(written), out var way))
        {
            return way;
        }

        if (written.Length > 0 || count is not 0)
        {
            Wrong(LedgerColumns.Way, written.Length == 0 ? "evidence.row.required" : "evidence.row.way");
        }

        return null;
    }

    private void Keep(EvidencePeriod period, string service, string from, EvidenceKind? way, string to, string reason, int count, int users)
    {
        var before = Errors;
        Apart(service, from, period);
        Once($"{service}|{from}|{period}|{way}|{to}|{reason}");
        var told = _users.GetValueOrDefault((service, from, period), (Line, Users: users, Left: 0));
        if (told.Users != users)
        {
            Wrong(LedgerColumns.Users, "evidence.row.usersDiffer", $"{told.Line}");
        }
        else if (told.Left + count > users)
        {
            Wrong(LedgerColumns.Count, "evidence.row.leftMore");
        }

        if (Errors > before)
        {
            return;
        }

        _users[(service, from, period)] = (told.Line, users, told.Left + count);
        Say(new EvidenceSignal
        {
            Kind = EvidenceKind.Participation, Basis = EvidenceBasis.Actual, Measure = Measures.Users, Label = Texts["evidence.label.users"], Perspective = Perspective.User, Service = service,
            Unit = from, From = period.From, To = period.To, Count = users, Design = SampleDesign.TotalSurvey,
        });
        if (way is { } kind)
        {
            Say(new EvidenceSignal
            {
                Kind = kind, Basis = EvidenceBasis.Actual, Measure = Measures.Switched, Label = to.Length > 0 ? Texts["evidence.label.switchedTo", to] : Texts[$"evidence.label.{kind}"],
                Perspective = Perspective.User, Service = service, Unit = from, Group = to, Reason = reason, From = period.From, To = period.To, Count = count, Denominator = users,
                Design = SampleDesign.TotalSurvey,
            });
        }
    }
}
