using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Application.Reports;

/// <summary>
/// Turns rows of the ledger into the numbers of a report, and keeps for each which rows it came from. There is no other way to get a number
/// into a report than through here.
/// </summary>
internal sealed class FigureBook(ITexts texts, IReadOnlyList<EvidenceRow> rows)
{
    private readonly List<ReportFigure> _figures = [];
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public IReadOnlyList<ReportFigure> Figures => _figures;

    public IReadOnlyList<EvidenceRow> Rows => rows;

    /// <summary>What is measured, of all; null where it is not known.</summary>
    public EvidenceRow? Row(string measure) => rows.FirstOrDefault(r => r.Measure == measure && r.Unit.Length == 0 && r.Group.Length == 0);

    /// <summary>What is measured, by unit.</summary>
    public IReadOnlyList<EvidenceRow> ByUnit(string measure) => [.. rows.Where(r => r.Measure == measure && r.Unit.Length > 0 && r.Group.Length == 0).OrderBy(r => r.Unit, StringComparer.Ordinal)];

    /// <summary>What is measured, by another group, in the order it was told.</summary>
    public IReadOnlyList<EvidenceRow> ByGroup(string measure) => [.. rows.Where(r => r.Measure == measure && r.Group.Length > 0)];

    public ReportCell Count(EvidenceRow? row) => row?.Count is { } count ? Cell(FigureRule.Count, row.Label, Number(count), count, [row], []) : Nothing;

    public ReportCell Base(EvidenceRow? row) =>
        row?.Denominator is { } of ? Cell(FigureRule.Base, texts["figure.baseOf", row.Label], Number(of), of, [row], []) : new ReportCell("–");

    /// <summary>Parts of one whole, as whole percent.</summary>
    public ReportCell Share(string label, params IReadOnlyList<EvidenceRow?> parts)
    {
        if (parts.Any(p => p is null))
        {
            return Nothing;
        }

        if (parts is [{ Count: null, AtLeastPercent: { } least } only])
        {
            return Cell(FigureRule.AtLeast, label, texts["surveyResult.atLeast", least], least, [only], []);
        }

        var found = parts.OfType<EvidenceRow>().ToList();
        return found.Exists(p => p.Count is null) || found[0].Denominator is not > 0
            ? Nothing
            : Percent(FigureRule.Share, label, found.Sum(p => p.Count!.Value), found[0].Denominator!.Value, found, []);
    }

    /// <summary>Of several wholes together.</summary>
    public ReportCell Pooled(string label, IReadOnlyList<EvidenceRow> parts)
    {
        var of = parts.Sum(p => p.Denominator ?? 0);
        return of == 0 || parts.Any(p => p.Count is null) ? Nothing : Percent(FigureRule.Pooled, label, parts.Sum(p => p.Count!.Value), of, parts, []);
    }

    /// <summary>Those of some rows among those of others.</summary>
    public ReportCell Ratio(string label, IReadOnlyList<EvidenceRow> parts, IReadOnlyList<EvidenceRow> of)
    {
        var whole = of.Sum(p => p.Count ?? 0);
        return whole == 0 || parts.Count == 0 || parts.Any(p => p.Count is null) || of.Any(p => p.Count is null)
            ? Nothing
            : Percent(FigureRule.Ratio, label, parts.Sum(p => p.Count!.Value), whole, parts, of);
    }

    /// <summary>So many on a hundred of the base, with one decimal: for what is rare.</summary>
    public ReportCell Rate(string label, IReadOnlyList<EvidenceRow> parts, IReadOnlyList<EvidenceRow> of)
    {
        var whole = of.Sum(p => p.Count ?? 0);
        if (whole == 0 || parts.Count == 0 || parts.Concat(of).Any(p => p.Count is null))
        {
            return Nothing;
        }

        var rate = Math.Round(100m * parts.Sum(p => p.Count!.Value) / whole, 1, MidpointRounding.AwayFromZero);
        return Cell(FigureRule.Rate, label, rate.ToString("N1", CultureInfo.CurrentCulture), (double)rate, parts, of);
    }

    public ReportCell Sum(string label, IReadOnlyList<EvidenceRow> parts) => parts.Count == 0 || parts.Any(p => p.Count is null)
        ? Nothing
        : Cell(FigureRule.Count, label, Number(parts.Sum(p => p.Count!.Value)), parts.Sum(p => p.Count!.Value), parts, []);

    /// <summary>What may not be told, or is not known.</summary>
    public static ReportCell Nothing => new("..");

    /// <summary>The 95 % interval of an exact share as "50–60"; empty where none may be shown.</summary>
    public string Between(EvidenceRow? row) => IntervalOf(row) is { } ends ? Between(ends) : "";

    public string Between(ConfidenceInterval ends) => texts["surveyResult.between", Whole(ends.Lower), Whole(ends.Upper)];

    /// <summary>By chance, and where the counts are rounded by that too. Null for an open sample, and where there is no share.</summary>
    public static ConfidenceInterval? IntervalOf(EvidenceRow? row) => row is not { Count: { } count, Denominator: > 0 and { } of } ? null
        : row.RoundingBase > 1 ? new RoundedShare(count, of, row.RoundingBase, row.Design).Interval()
        : new Share(count, of, row.Design).Interval();

    public static Share? ShareOf(EvidenceRow? row) => row is { Count: { } count, Denominator: > 0 and { } of } ? new Share(Math.Min(count, of), of, row.Design) : null;

    public static int Whole(double share) => (int)Math.Round(100 * share, MidpointRounding.AwayFromZero);

    public static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private ReportCell Percent(FigureRule rule, string label, int part, int whole, IReadOnlyList<EvidenceRow> parts, IReadOnlyList<EvidenceRow> of)
    {
        // In whole numbers, halves upwards, as Share.Percent; rounded counts may stand above their rounded base.
        var percent = Math.Min(100, (int)(((200L * part) + whole) / (2L * whole)));
        return Cell(rule, label, texts["result.percent", percent], percent, parts, of);
    }

    private ReportCell Cell(FigureRule rule, string label, string shown, double value, IReadOnlyList<EvidenceRow> parts, IReadOnlyList<EvidenceRow> of)
    {
        // The same number of the same rows is the same figure, wherever it stands.
        var same = $"{rule}|{string.Join(',', parts.Select(p => p.Id))}|{string.Join(',', of.Select(p => p.Id))}";
        if (!_known.TryGetValue(same, out var key))
        {
            key = string.Create(CultureInfo.InvariantCulture, $"f{_figures.Count + 1}");
            _known.Add(same, key);
            _figures.Add(new ReportFigure(key, label.Length > 0 ? label : parts[0].Label, shown, rule, [.. parts.Select(p => p.Id)], [.. of.Select(p => p.Id)]));
        }

        return new ReportCell(shown, value, key);
    }
}
