using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="NumberSlug">Address part of the number.</param>
/// <param name="Version">The later version.</param>
public sealed record GetReportChangesQuery(string NumberSlug, int Version);

/// <summary>What became of one number between two versions.</summary>
/// <param name="Place">The table it stands in, or empty for one of the first page.</param>
/// <param name="Label">What the number is.</param>
/// <param name="Was">As the earlier version shows it; null where it had no such number.</param>
/// <param name="Is">As the later version shows it; null where it is gone.</param>
public sealed record FigureChange(string Place, string Label, string? Was, string? Is);

/// <param name="Same">Numbers that are the same in both.</param>
/// <param name="Changes">In the order of the later version; what is gone last.</param>
public sealed record ReportChanges(
    string Number, string NumberSlug, string Title, int Before, int Version, DateTimeOffset CutOffBefore, DateTimeOffset CutOff, int Same, IReadOnlyList<FigureChange> Changes);

/// <summary>
/// What is different from the version before, number by number (E6). For whoever may read both; <see cref="ReportNotFound"/> otherwise,
/// <see cref="ReportHasNoBefore"/> for the first.
/// </summary>
public sealed class GetReportChangesHandler(IAppDbContext db, GetReportHandler reports) : IUseCase
{
    public async Task<Result<ReportChanges>> HandleAsync(GetReportChangesQuery query, CancellationToken cancellationToken)
    {
        var found = await reports.HandleAsync(new GetReportQuery(query.NumberSlug, query.Version), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var report = found.Value;
        if (report.Article is null)
        {
            return new ReportNotFound();
        }

        if (report.Before is not { } before)
        {
            return new ReportHasNoBefore();
        }

        var models = await db.Set<Report>().Where(r => r.Number == report.Number && (r.Version == before || r.Version == report.Version)).OrderBy(r => r.Version).Select(r => r.Model).ToListAsync(cancellationToken);
        var (was, now) = (JsonSerializer.Deserialize<ReportModel>(models[0]!)!, JsonSerializer.Deserialize<ReportModel>(models[1]!)!);
        var (same, changes) = Compare(Numbers(was), Numbers(now));
        return new ReportChanges(report.Number, report.NumberSlug, now.Title, before, report.Version, was.CutOff, now.CutOff, same, changes);
    }

    private static (int Same, IReadOnlyList<FigureChange> Changes) Compare(OrderedDictionary<string, Numbered> was, OrderedDictionary<string, Numbered> now)
    {
        var changes = new List<FigureChange>();
        foreach (var (key, number) in now)
        {
            var old = was.TryGetValue(key, out var before) ? before.Shown : null;
            if (old != number.Shown)
            {
                changes.Add(new FigureChange(number.Place, number.Label, old, number.Shown));
            }
        }

        var gone = was.Where(w => !now.ContainsKey(w.Key)).Select(w => new FigureChange(w.Value.Place, w.Value.Label, w.Value.Shown, null));
        return (now.Count - changes.Count, [.. changes, .. gone]);
    }

    /// <summary>Every number by where it stands: keys of figures are counted anew in each version and say nothing.</summary>
    private static OrderedDictionary<string, Numbered> Numbers(ReportModel model)
    {
        var numbers = new OrderedDictionary<string, Numbered>(StringComparer.Ordinal);
        var standing = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in model.Tables)
        {
            foreach (var line in table.Lines)
            {
                for (var i = 0; i < line.Cells.Count; i++)
                {
                    if (line.Cells[i].Figure.Length > 0)
                    {
                        // The first head is that of the rows.
                        var head = i + 1 < table.Heads.Count ? table.Heads[i + 1] : "";
                        numbers.TryAdd($"{table.Key}|{line.Label}|{head}", new Numbered(table.Caption, head.Length > 0 ? $"{line.Label}, {head}" : line.Label, line.Cells[i].Text));
                        standing.Add(line.Cells[i].Figure);
                    }
                }
            }
        }

        // Those that stand on the first page or with a theme and in no table.
        foreach (var figure in model.Figures.Where(f => !standing.Contains(f.Key) && f.Label.Length > 0))
        {
            numbers.TryAdd($"{figure.Rule}|{figure.Label}", new Numbered("", figure.Label, figure.Shown));
        }

        return numbers;
    }

    private sealed record Numbered(string Place, string Label, string Shown);
}
