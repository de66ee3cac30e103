using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="Kind">Null for either.</param>
public sealed record GetAnswerQuery(string Slug, DialogueKind? Kind = null);

/// <summary>A committee's answer as everyone may read it.</summary>
/// <param name="Address">Path of the dialogue.</param>
/// <param name="ReportSlug">Address part of the report it answers; null where there was none.</param>
/// <param name="Promise">What those who took part say of the promise.</param>
public sealed record AnswerView(
    string Slug, string Address, string NameInText, string Committee, string CommitteeSlug, string Summary, bool Changed, string ChangedWhat, string Reservations,
    DateOnly MeetingDay, string Paragraph, string RegistrationNumber, DateTimeOffset PublishedAt, IReadOnlyList<AnswerPoint> Points, string? ReportSlug,
    PromiseStanding Promise)
{
    public int Count(params CommitteeDecision[] decisions) => Points.Count(p => decisions.Contains(p.Decision));
}

/// <summary>The public answer about a rådslag or a survey. <see cref="FeedbackNotFound"/> until the chair has approved it.</summary>
public sealed class GetAnswerHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Result<AnswerView>> HandleAsync(GetAnswerQuery query, CancellationToken cancellationToken)
    {
        var row = await db.Set<DecisionFeedback>().AsNoTracking()
            .Where(f => f.State == FeedbackState.Published)
            .Join(db.Set<AskedDialogue>().Where(c => c.Slug == query.Slug && (query.Kind == null || c.Kind == query.Kind)), f => f.DialogueId, c => c.Id, (f, c) => new
            {
                Feedback = f,
                Dialogue = c,
                Committee = db.Set<Committee>().First(k => k.Id == f.CommitteeId),
                Quota = db.Set<PromiseQuota>().FirstOrDefault(q => q.DialogueId == c.Id),
                Number = db.Set<Report>().Where(r => r.Id == f.ReportId).Select(r => r.Number).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new FeedbackNotFound();
        }

        var feedback = row.Feedback;
        return new AnswerView(
            row.Dialogue.Slug, row.Dialogue.Address, row.Dialogue.NameInText, row.Committee.Name, row.Committee.Slug, feedback.Summary, feedback.Changed!.Value,
            feedback.ChangedWhat, feedback.Reservations, feedback.MeetingDay!.Value, feedback.Paragraph, feedback.RegistrationNumber,
            feedback.PublishedAt!.Value, AnswerPoint.ListOf(feedback), row.Number is null ? null : Report.SlugOf(row.Number),
            PromiseStanding.Of(feedback, row.Quota, clock.SwedishToday()));
    }
}
