using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Consultations;

public sealed record ListMyConsultationsQuery;

/// <param name="Missing">How many checks are left before it can be sent for review; 0 when it is published.</param>
/// <param name="ICanApprove">It waits for a second person, and the asker may be that one.</param>
/// <param name="Returned">Sent back with a reason that has not been dealt with.</param>
public sealed record MyConsultation(
    string Slug, string Title, string Committee, Phase Phase, Schedule? Schedule, DateOnly? PromisedAt,
    int Missing, bool ICanApprove, string Returned, string EditedBy, DateTimeOffset EditedAt);

/// <summary>All rådslag for those who build them, latest change first. Error: <see cref="ConsultationForbidden"/>.</summary>
public sealed class ListMyConsultationsHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<IReadOnlyList<MyConsultation>>> HandleAsync(ListMyConsultationsQuery query, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayBuild(user))
        {
            return new ConsultationForbidden();
        }

        var rows = await db.Set<Consultation>()
            .AsNoTracking()
            .Include(c => c.Options.OrderBy(o => o.Letter))
            .OrderByDescending(c => c.EditedAt)
            .Take(200)
            .ToListAsync(cancellationToken);
        var drafts = rows.Where(c => !c.IsFrozen).Select(c => c.Id).ToList();
        var questionnaires = await db.Set<Questionnaire>().AsNoTracking()
            .Where(q => drafts.Contains(q.DialogueId)).ToDictionaryAsync(q => q.DialogueId, cancellationToken);
        var committees = await db.Set<Committee>().ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        return rows.ConvertAll(c => Show(c, questionnaires.GetValueOrDefault(c.Id), committees));
    }

    private MyConsultation Show(Consultation c, Questionnaire? questionnaire, Dictionary<Guid, string> committees)
    {
        var missing = c.IsFrozen
            ? 0
            : c.Checklist(questionnaire ?? new Questionnaire(c.Id)).Count(check => !check.Value && check.Key != PublishCheck.SecondPerson);
        return new MyConsultation(
            c.Slug, c.Title, c.CommitteeId is { } id ? committees.GetValueOrDefault(id, "") : "",
            c.PhaseAt(clock.GetUtcNow(), clock.SwedishToday()), c.Schedule, c.PromisedAt, missing,
            c.State == ConsultationState.InReview && c.SentForReviewBy != user.Id,
            c.State == ConsultationState.Draft ? c.StateReason : "", c.EditedBy, c.EditedAt);
    }
}
