using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="NumberSlug">Address part of the number.</param>
/// <param name="Version">Null for the latest.</param>
public sealed record GetReportQuery(string NumberSlug, int? Version);

/// <param name="Article">The stored HTML; null while it is being compiled, and for others than officers when the report has been withdrawn.</param>
/// <param name="Before">The latest version before it that stands and that the reader may read; null where there is none.</param>
public sealed record ReportView(
    Guid Id, string Number, string NumberSlug, int Version, int LatestVersion, string Title, ReportState State, int Progress, string Step,
    DateTimeOffset RequestedAt, DateTimeOffset? ReadyAt, DateTimeOffset? DeliveredAt, Guid DialogueId, string DialogueSlug,
    string Committee, IReadOnlyList<string> Formats, string? Article, ReportStanding Standing, int? Before)
{
    public bool HasPdf => Formats.Contains("pdf");

    /// <summary>The asker may read the draft of a committee's paper about it.</summary>
    public bool MayDraftCase { get; init; }
}

/// <summary>Whether a report still stands.</summary>
/// <param name="StaleAt">When a source that it rests on was withdrawn; null while all stand.</param>
/// <param name="WithdrawnAt">When the report itself was; null while it stands.</param>
/// <param name="WithdrawnBy">Name and role.</param>
public sealed record ReportStanding(DateTimeOffset? StaleAt, string StaleWhy, DateTimeOffset? WithdrawnAt, string WithdrawnWhy, string WithdrawnBy)
{
    public bool IsWithdrawn => WithdrawnAt is not null;

    internal static ReportStanding Of(Report report) => new(report.StaleAt, report.StaleWhy, report.WithdrawnAt, report.WithdrawnWhy, report.WithdrawnBy);
}

/// <summary>
/// A report. Everyone may read what has been delivered, once the result is public; the committee from the delivery, officers also
/// before that. <see cref="ReportNotFound"/> otherwise.
/// </summary>
public sealed class GetReportHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<ReportView>> HandleAsync(GetReportQuery query, CancellationToken cancellationToken)
    {
        var officer = ConsultationAccess.MayCompileReport(user);
        var rows = await db.Set<Report>().AsNoTracking()
            .Where(r => r.Number.ToLower().Replace(" ", "-").Replace(":", "-") == query.NumberSlug && (officer || r.State == ReportState.Delivered))
            .OrderByDescending(r => r.Version)
            .Select(r => new { Report = r, Formats = db.Set<ReportFile>().Where(f => f.ReportId == r.Id).Select(f => f.Format).ToList() })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new ReportNotFound();
        }

        var about = await db.Set<AskedDialogue>().Where(c => c.Id == rows[0].Report.DialogueId)
            .Select(c => new { Dialogue = c, Committee = db.Set<Committee>().First(k => k.Id == rows[0].Report.CommitteeId).Name })
            .SingleAsync(cancellationToken);
        var mayRead = officer || about.Dialogue.ResultsAt <= clock.GetUtcNow() || ConsultationAccess.MayEnterCommitteeRoom(user, rows[0].Report.CommitteeId);
        var row = query.Version is { } version ? rows.FirstOrDefault(r => r.Report.Version == version) : rows.FirstOrDefault();
        if (row is null || !mayRead)
        {
            return new ReportNotFound();
        }

        var report = row.Report;
        var hidden = report.WithdrawnAt is not null && !officer;
        var html = hidden ? null : await db.Set<ReportFile>().Where(f => f.ReportId == report.Id && f.Format == "html").Select(f => f.Bytes).SingleOrDefaultAsync(cancellationToken);
        return new ReportView(
            report.Id, report.Number, report.Slug, report.Version, rows[0].Report.Version, report.Title, report.State, report.Progress, report.Step,
            report.RequestedAt, report.ReadyAt, report.DeliveredAt, report.DialogueId, about.Dialogue.Slug, about.Committee, hidden ? [] : row.Formats,
            html is null ? null : System.Text.Encoding.UTF8.GetString(html), ReportStanding.Of(report),
            rows.Select(r => r.Report).Where(r => r.Version < report.Version && r is { IsFinished: true, WithdrawnAt: null }).Select(r => (int?)r.Version).FirstOrDefault())
        {
            MayDraftCase = report.IsFinished && ConsultationAccess.MayDraftCase(user, report.CommitteeId),
        };
    }
}
