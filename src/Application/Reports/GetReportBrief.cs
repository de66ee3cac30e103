using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record GetReportBriefQuery(string Slug);

/// <param name="Asked">The questions to the committee, at most <see cref="ReportBrief.MaxQuestions"/>.</param>
public sealed record ReportBriefView(IReadOnlyList<string> Asked);

/// <summary>For officers; <see cref="ReportNotFound"/> otherwise.</summary>
public sealed class GetReportBriefHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<ReportBriefView>> HandleAsync(GetReportBriefQuery query, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayCompileReport(user))
        {
            return new ReportNotFound();
        }

        var brief = await db.Set<AskedDialogue>().Where(d => d.Slug == query.Slug)
            .Join(db.Set<ReportBrief>(), d => d.Id, b => b.DialogueId, (d, b) => b).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return new ReportBriefView([.. (brief?.Asked ?? []).Select(a => a.Text)]);
    }
}
