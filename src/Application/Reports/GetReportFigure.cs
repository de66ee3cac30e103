using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="NumberSlug">Address part of the number.</param>
/// <param name="Figure">Key of the number, for example <c>f3</c>.</param>
public sealed record GetReportFigureQuery(string NumberSlug, int Version, string Figure);

/// <summary>A number of a report and the rows of the ledger that it comes from.</summary>
/// <param name="Rows">In the order of the rule.</param>
/// <param name="Of">Rows of the base, where the rule has a base of its own.</param>
public sealed record ReportFigureView(
    string Number, string NumberSlug, int Version, string Title, DateTimeOffset CutOff, ReportFigure Figure, IReadOnlyList<EvidenceView> Rows, IReadOnlyList<EvidenceView> Of);

/// <param name="IsHidden">The counts are few, and are told to officers and the committee only.</param>
/// <param name="Holds">Still says the same; otherwise it has been replaced or withdrawn since.</param>
public sealed record EvidenceView(
    Guid Id, EvidenceKind Kind, EvidenceBasis Basis, Perspective? Perspective, string Label, string Reason, string Service, string Unit, string Group, DateOnly From, DateOnly To, int? Count, int? Denominator,
    int? AtLeastPercent, int RoundingBase, EvidenceSourceKind Source, string SourceTitle, string SourceAddress, DateTimeOffset AddedAt, int Revision, bool Holds, string WithdrawnWhy, bool IsHidden)
{
    /// <param name="hide">The counts are not for this reader, see <see cref="SmallCounts"/>.</param>
    internal static EvidenceView Of(EvidenceRow row, bool hide) => new(
        row.Id, row.Kind, row.Basis, row.Perspective, row.Label, row.Reason, row.Service, row.Unit, row.Group, row.From, row.To, hide ? null : row.Count, hide ? null : row.Denominator, row.AtLeastPercent, row.RoundingBase,
        row.SourceKind, row.SourceTitle, row.SourceAddress, row.AddedAt, row.Revision, row.Holds, row.WithdrawnWhy, hide);
}

/// <summary>Where a number comes from (E9). For whoever may read the report; <see cref="ReportNotFound"/> otherwise, and for a key that it does not have.</summary>
public sealed class GetReportFigureHandler(IAppDbContext db, GetReportHandler reports, ICurrentUser user) : IUseCase
{
    public async Task<Result<ReportFigureView>> HandleAsync(GetReportFigureQuery query, CancellationToken cancellationToken)
    {
        var found = await reports.HandleAsync(new GetReportQuery(query.NumberSlug, query.Version), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var report = found.Value;
        var stored = await db.Set<Report>().Where(r => r.Id == report.Id).Select(r => new { r.Model, r.CutOff, r.CommitteeId, r.WithdrawnAt }).SingleAsync(cancellationToken);
        var insider = ConsultationAccess.MayCompileReport(user);
        if (stored.WithdrawnAt is not null && !insider)
        {
            return new ReportNotFound();
        }

        var model = stored.Model is null ? null : JsonSerializer.Deserialize<ReportModel>(stored.Model);
        if (model?.Figures.FirstOrDefault(f => f.Key == query.Figure) is not { } figure)
        {
            return new ReportNotFound();
        }

        Guid[] ids = [.. figure.Rows, .. figure.Of];
        var rows = (await db.Set<EvidenceRow>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken)).ToDictionary(r => r.Id);
        var hidden = insider || ConsultationAccess.MayEnterCommitteeRoom(user, stored.CommitteeId) ? [] : await HiddenAsync(report.Id, cancellationToken);
        return new ReportFigureView(
            report.Number, report.NumberSlug, report.Version, report.Title, stored.CutOff!.Value, figure,
            [.. figure.Rows.Select(id => EvidenceView.Of(rows[id], hidden.Contains(id)))], [.. figure.Of.Select(id => EvidenceView.Of(rows[id], hidden.Contains(id)))]);
    }

    /// <summary>Looks at all that the report rests on: what one number hides another must not tell.</summary>
    private async Task<HashSet<Guid>> HiddenAsync(Guid reportId, CancellationToken cancellationToken) => SmallCounts.Hidden(
        await db.Set<EvidenceRow>().AsNoTracking()
            .Where(r => (r.SourceKind == EvidenceSourceKind.Complaints || r.SourceKind == EvidenceSourceKind.Switching) && db.Set<ReportEvidence>().Any(e => e.ReportId == reportId && e.RowId == r.Id))
            .ToListAsync(cancellationToken));
}
