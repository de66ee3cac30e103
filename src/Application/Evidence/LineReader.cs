using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Evidence;

/// <summary>What rows are checked against.</summary>
/// <param name="Units">Every unit that is known.</param>
/// <param name="Held">Periods that the ledger already has numbers of, by service and unit.</param>
/// <param name="Today">No row is about a later day.</param>
internal sealed record ImportKnowledge(
    IReadOnlyList<ServiceUnit> Units, IReadOnlyDictionary<(string Service, string Unit), IReadOnlyList<EvidencePeriod>> Held, DateOnly Today);

/// <summary>What the rows of both files have in common: a period, a service, a unit, and counts. Finds everything that is wrong, not only the first.</summary>
internal abstract class LineReader(EvidenceSourceKind kind, ImportKnowledge known, ITexts texts)
{
    private const int LongestText = 120;
    private readonly List<ImportRowError> _errors = [];
    private readonly List<(string Service, EvidenceSignal Signal)> _signals = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Service, string Unit), HashSet<EvidencePeriod>> _periods = [];
    private ImportLine _line = new(0, new Dictionary<string, string>());

    protected ITexts Texts => texts;

    public ImportReading Read(IReadOnlyList<ImportLine> lines)
    {
        foreach (var line in lines)
        {
            _line = line;
            ReadLine();
        }

        return new ImportReading(
            [.. _signals.GroupBy(s => s.Service, StringComparer.Ordinal).Select(g => new ServiceSignals(g.Key, [.. g.Select(s => s.Signal)]))], [.. _errors.OrderBy(e => e.Line)], lines.Count);
    }

    protected abstract void ReadLine();

    protected string Cell(string column) => _line[column];

    protected void Wrong(string column, string code, string other = "") =>
        _errors.Add(new ImportRowError(_line.Number, column.Length == 0 ? "" : LedgerColumns.Heading(kind, column), code, other));

    protected int Errors => _errors.Count;

    protected int Line => _line.Number;

    protected void Say(EvidenceSignal signal) => _signals.Add((signal.Service, signal));

    protected EvidencePeriod? Period()
    {
        if (EvidencePeriod.Read(Cell(LedgerColumns.Period)) is not { } period)
        {
            Wrong(LedgerColumns.Period, "evidence.row.period");
            return null;
        }

        if (period.To > known.Today)
        {
            Wrong(LedgerColumns.Period, "evidence.row.future");
            return null;
        }

        return period;
    }

    /// <summary>The service as it is named elsewhere, however the file writes it.</summary>
    protected string? Service()
    {
        var written = Cell(LedgerColumns.Service);
        var service = known.Units.FirstOrDefault(u => Same(u.Service, written))?.Service;
        if (service is null)
        {
            Wrong(LedgerColumns.Service, written.Length == 0 ? "evidence.row.required" : "evidence.row.service", PlainText.Shorten(written, LongestText));
        }

        return service;
    }

    /// <summary>Name of a unit of the service, by its name or its key; empty where the cell is empty, null where it is wrong.</summary>
    protected string? Unit(string column, string? service)
    {
        var written = Cell(column);
        if (written.Length == 0 || service is null)
        {
            return written;
        }

        var unit = known.Units.FirstOrDefault(u => u.Service == service && (Same(u.Name, written) || Same(u.Slug, written)))?.Name;
        if (unit is null)
        {
            Wrong(column, "evidence.row.unit", PlainText.Shorten(written, LongestText));
        }

        return unit;
    }

    protected string Text(string column)
    {
        var text = Cell(column).ReplaceLineEndings(" ");
        if (text.Length > LongestText)
        {
            Wrong(column, "evidence.row.tooLong", LongestText.ToString(CultureInfo.InvariantCulture));
        }

        return text;
    }

    /// <param name="most">The number it cannot be more than, where that is known.</param>
    /// <param name="of">Column of that number.</param>
    protected int? Number(string column, bool required, int? most = null, string of = "")
    {
        var written = Cell(column);
        if (written.Length == 0)
        {
            if (required)
            {
                Wrong(column, "evidence.row.required");
            }

            return null;
        }

        if (LedgerColumns.Number(written) is not { } number)
        {
            Wrong(column, "evidence.row.number");
            return null;
        }

        if (number > most)
        {
            Wrong(column, "evidence.row.more", LedgerColumns.Heading(kind, of));
        }

        return number;
    }

    /// <summary>The same thing may stand only once in a file.</summary>
    protected void Once(string key)
    {
        if (!_seen.TryAdd(key, _line.Number))
        {
            Wrong("", "evidence.row.double", _seen[key].ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Numbers of one unit come by periods that do not lie over each other, or they would be counted twice.</summary>
    protected void Apart(string service, string unit, EvidencePeriod period)
    {
        if (!_periods.TryGetValue((service, unit), out var periods))
        {
            periods = [.. known.Held.GetValueOrDefault((service, unit), [])];
            _periods.Add((service, unit), periods);
        }

        if (periods.Contains(period))
        {
            return;
        }

        if (periods.Where(p => p.Overlaps(period)).Select(p => (EvidencePeriod?)p).FirstOrDefault() is { } other)
        {
            Wrong(LedgerColumns.Period, "evidence.row.overlaps", other.ToString());
            return;
        }

        periods.Add(period);
    }

    protected static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
