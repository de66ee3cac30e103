using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Organisation;

public sealed record GetCommitteeQuery(string Slug);

/// <param name="Meetings">Days to come, at most three.</param>
public sealed record CommitteeView(string Slug, string Name, IReadOnlyList<DateOnly> Meetings, IReadOnlyList<CommitteeConsultation> Consultations)
{
    /// <summary>Open and coming, those that close first before.</summary>
    public IEnumerable<CommitteeConsultation> Open =>
        Consultations.Where(c => c.Phase is Phase.Scheduled or Phase.OpenTalk or Phase.OpenAnswer or Phase.Paused).OrderBy(c => c.ClosesAt);

    /// <summary>Waits for the committee, late ones first.</summary>
    public IEnumerable<CommitteeConsultation> Waiting =>
        Consultations.Where(c => c.Phase is Phase.Closed or Phase.Results or Phase.WithCommittee or Phase.AnswerLate).OrderBy(c => c.PromisedAt);

    public IEnumerable<CommitteeConsultation> Answered =>
        Consultations.Where(c => c.Phase is Phase.Answered or Phase.FollowUp or Phase.Archived).OrderByDescending(c => c.ClosesAt);
}

public sealed record CommitteeConsultation(string Slug, string Title, Phase Phase, Schedule Schedule, DateOnly PromisedAt)
{
    public DateTimeOffset ClosesAt => Schedule.ClosesAt;
}

/// <summary>A committee and its public rådslag. <see cref="CommitteeNotFound"/>.</summary>
public sealed class GetCommitteeHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Result<CommitteeView>> HandleAsync(GetCommitteeQuery query, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == query.Slug, cancellationToken);
        if (committee is null)
        {
            return new CommitteeNotFound();
        }

        var consultations = await db.Set<Consultation>().AsNoTracking()
            .Where(c => c.CommitteeId == committee.Id && c.State != ConsultationState.Draft && c.State != ConsultationState.InReview)
            .ToListAsync(cancellationToken);
        var (now, today) = (clock.GetUtcNow(), clock.SwedishToday());
        return new CommitteeView(
            committee.Slug, committee.Name, [.. committee.Meetings.Where(d => d >= today).Take(3)],
            [.. consultations.Select(c => new CommitteeConsultation(c.Slug, c.Title, c.PhaseAt(now, today), c.Schedule!, c.PromisedAt!.Value))]);
    }
}
