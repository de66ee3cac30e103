using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

public sealed record GetAnswerQuery(string Slug);

/// <summary>A committee's answer as everyone may read it.</summary>
/// <param name="ReportSlug">Address part of the report it answers; null where there was none.</param>
public sealed record AnswerView(
    string Slug, string NameInText, string Committee, string CommitteeSlug, string Summary, bool Changed, string ChangedWhat, string Reservations,
    DateOnly MeetingDay, string Paragraph, string RegistrationNumber, DateTimeOffset PublishedAt, IReadOnlyList<AnswerPoint> Points, string? ReportSlug)
{
    public int Count(params CommitteeDecision[] decisions) => Points.Count(p => decisions.Contains(p.Decision));
}

/// <summary>The public answer about a rådslag. <see cref="FeedbackNotFound"/> until the chair has approved it.</summary>
public sealed class GetAnswerHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<AnswerView>> HandleAsync(GetAnswerQuery query, CancellationToken cancellationToken)
    {
        var row = await db.Set<DecisionFeedback>().AsNoTracking()
            .Where(f => f.State == FeedbackState.Published)
            .Join(db.Set<Consultation>().Where(c => c.Slug == query.Slug), f => f.ConsultationId, c => c.Id, (f, c) => new
            {
                Feedback = f,
                Consultation = c,
                Committee = db.Set<Committee>().First(k => k.Id == f.CommitteeId),
                Number = db.Set<Report>().Where(r => r.Id == f.ReportId).Select(r => r.Number).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new FeedbackNotFound();
        }

        var feedback = row.Feedback;
        return new AnswerView(
            row.Consultation.Slug, row.Consultation.NameInText, row.Committee.Name, row.Committee.Slug, feedback.Summary, feedback.Changed!.Value,
            feedback.ChangedWhat, feedback.Reservations, feedback.MeetingDay!.Value, feedback.Paragraph, feedback.RegistrationNumber,
            feedback.PublishedAt!.Value, AnswerPoint.ListOf(feedback), row.Number is null ? null : Report.SlugOf(row.Number));
    }
}
