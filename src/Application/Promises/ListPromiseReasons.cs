using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Promises;

/// <param name="Slug">Of the rådslag or the survey.</param>
public sealed record ListPromiseReasonsQuery(string Slug);

/// <param name="Figure">Null below ten votes; then there are no reasons either.</param>
/// <param name="Reasons">As they stood when the figure was told, in the order of the alphabet, which says nothing of who came when. What points somebody out is left out.</param>
/// <param name="LeftOut">How many were left out for that.</param>
public sealed record PromiseReasons(PromiseFigure? Figure, IReadOnlyList<string> Reasons, int LeftOut);

/// <summary>
/// What those who voted say of why, for the committee whose promise it was and nobody else. It is told with the figure, ten votes at a time, and never with what its
/// author voted: whoever opens the page before and after somebody votes learns nothing. Texts with a personal number, a telephone number or an address of mail are
/// withheld. <see cref="FeedbackNotFound"/> for those outside the committee.
/// </summary>
public sealed class ListPromiseReasonsHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    /// <summary>So many are copied at a telling and read, the first in the order of the alphabet.</summary>
    public const int Most = 200;

    public async Task<Result<PromiseReasons>> HandleAsync(ListPromiseReasonsQuery query, CancellationToken cancellationToken)
    {
        var row = await db.Set<AskedDialogue>().Where(d => d.Slug == query.Slug && d.CommitteeId != null)
            .Select(d => new { d.Id, d.CommitteeId, Quota = db.Set<PromiseQuota>().FirstOrDefault(q => q.DialogueId == d.Id) })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null || !ConsultationAccess.MayEnterCommitteeRoom(user, row.CommitteeId!.Value))
        {
            return new FeedbackNotFound();
        }

        if (row.Quota is not { } quota)
        {
            return new PromiseReasons(Figure: null, [], 0);
        }

        var texts = await db.Set<PromiseReason>().AsNoTracking().Where(r => r.DialogueId == row.Id).OrderBy(r => r.Text).Take(Most).Select(r => r.Text).ToListAsync(cancellationToken);
        var shown = texts.Where(t => !Domain.Themes.PersonalDetails.In(t).Any(d => d.IsCertain)).ToList();
        return new PromiseReasons(new PromiseFigure(quota.Kept, quota.Partly, quota.Broken, quota.Reasons, quota.ToldOn), shown, texts.Count - shown.Count);
    }
}
