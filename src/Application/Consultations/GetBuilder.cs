using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Consultations;

public sealed record GetBuilderQuery(string Slug);

public sealed record CommitteeChoice(Guid Id, string Name, IReadOnlyList<DateOnly> Meetings);

public sealed record HistoryRow(string Action, string ActorName, string Reason, DateTimeOffset At);

/// <summary>A rådslag as those see it who build and run it. Read only: the objects are not tracked.</summary>
/// <param name="SentForReviewBy">Name of the one who asked for approval, or empty.</param>
/// <param name="History">Latest first, at most 20.</param>
public sealed record BuilderView(
    Consultation Consultation, Questionnaire Questionnaire, Phase Phase, IReadOnlyList<CommitteeChoice> Committees,
    IReadOnlyDictionary<PublishCheck, bool> Checks, IReadOnlyDictionary<BuilderTask, BuilderTaskState> Tasks,
    string SentForReviewBy, IReadOnlyList<HistoryRow> History)
{
    public CommitteeChoice? Committee => Committees.FirstOrDefault(c => c.Id == Consultation.CommitteeId);
}

/// <summary>Everything that the builder's pages show. Error: <see cref="ConsultationNotFound"/>, also for those who may not build.</summary>
public sealed class GetBuilderHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<BuilderView>> HandleAsync(GetBuilderQuery query, CancellationToken cancellationToken)
    {
        var consultation = await db.Set<Consultation>()
            .AsNoTracking()
            .Include(c => c.Options.OrderBy(o => o.Letter))
            .Include(c => c.Notices.OrderByDescending(n => n.At))
            .SingleOrDefaultAsync(c => c.Slug == query.Slug, cancellationToken);
        if (consultation is null || !ConsultationAccess.MayBuild(user))
        {
            return new ConsultationNotFound();
        }

        var questionnaire = await db.Set<Questionnaire>().AsNoTracking().SingleOrDefaultAsync(q => q.DialogueId == consultation.Id, cancellationToken)
            ?? new Questionnaire(consultation.Id);
        var committees = await db.Set<Committee>().OrderBy(c => c.Name)
            .Select(c => new CommitteeChoice(c.Id, c.Name, c.Meetings)).ToListAsync(cancellationToken);
        var history = await db.Set<AuditEntry>().Where(a => a.SubjectId == consultation.Id).OrderByDescending(a => a.Id).Take(20)
            .Select(a => new HistoryRow(a.Action, a.ActorName, a.Reason, a.At)).ToListAsync(cancellationToken);
        var checks = consultation.Checklist(questionnaire);
        return new BuilderView(
            consultation, questionnaire, consultation.PhaseAt(clock.GetUtcNow(), clock.SwedishToday()), committees,
            checks, BuilderTasks.States(consultation, questionnaire, checks),
            history.FirstOrDefault(h => h.Action == "consultation.sentForReview")?.ActorName ?? "", history);
    }
}
