using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="NumberSlug">Address part of the report's number.</param>
public sealed record GetCaseDraftQuery(string NumberSlug, int Version);

/// <param name="Article">The draft as HTML.</param>
public sealed record CaseDraftView(CaseDraft Draft, string NumberSlug, string Article);

/// <summary>
/// The draft of a committee's paper about a report. For officers, and for the secretary and the chair of that committee once the report is delivered;
/// <see cref="ReportNotFound"/> otherwise, also of a report that has been withdrawn.
/// </summary>
public sealed class GetCaseDraftHandler(IAppDbContext db, ICurrentUser user, ITexts texts, ICaseDraftFiles files) : IUseCase
{
    public async Task<Result<CaseDraftView>> HandleAsync(GetCaseDraftQuery query, CancellationToken cancellationToken)
    {
        var officer = ConsultationAccess.MayCompileReport(user);
        var row = await db.Set<Report>().AsNoTracking()
            .Where(r => r.Number.ToLower().Replace(" ", "-").Replace(":", "-") == query.NumberSlug && r.Version == query.Version && r.Model != null && r.WithdrawnAt == null)
            .Where(r => r.State == ReportState.Delivered || (officer && r.State == ReportState.Ready))
            .Join(db.Set<AskedDialogue>(), r => r.DialogueId, d => d.Id, (r, d) => new
            {
                Report = r, Dialogue = d, Feedback = db.Set<DecisionFeedback>().FirstOrDefault(f => f.DialogueId == d.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null || !ConsultationAccess.MayDraftCase(user, row.Report.CommitteeId))
        {
            return new ReportNotFound();
        }

        var model = JsonSerializer.Deserialize<ReportModel>(row.Report.Model!)!;
        var draft = new CaseDraftText(texts, row.Report, model, row.Dialogue, row.Feedback?.Points ?? [], row.Feedback?.RegistrationNumber ?? "").Compose();
        return new CaseDraftView(draft, row.Report.Slug, files.Html(draft));
    }
}
