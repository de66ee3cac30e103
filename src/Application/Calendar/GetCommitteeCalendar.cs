using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Calendar;

public sealed record GetCommitteeCalendarQuery(string CommitteeSlug);

/// <param name="Meetings">To come, in order of time, with the days that each asks for.</param>
/// <param name="Dialogues">Those that wait for an answer, the earliest promised first.</param>
public sealed record CommitteeCalendarView(
    string Slug, string Name, bool MayWrite, MeetingLead Lead, IReadOnlyList<MeetingDays> Meetings, IReadOnlyList<CalendarDialogue> Dialogues);

/// <param name="Result">The day the result is public.</param>
/// <param name="Report">Number and version of the latest finished report; null before there is one.</param>
/// <param name="CutOff">When the evidence of that report stopped.</param>
/// <param name="Milestones">What has been reminded of, oldest first.</param>
public sealed record CalendarDialogue(
    string Slug, string Title, string Address, Phase Phase, DateOnly Result, DateOnly PromisedAt, PlannedDays Planned, string? Report, int ReportVersion,
    DateTimeOffset? CutOff, IReadOnlyList<MilestoneView> Milestones);

/// <param name="Day">The promised day, or that of the meeting.</param>
/// <param name="Told">How many were mailed.</param>
public sealed record MilestoneView(MilestoneKind Kind, DateOnly Day, int Told, DateTimeOffset At);

/// <summary>The committee's meetings and what is planned for each. <see cref="CommitteeNotFound"/> when there is none or the asker is not of it.</summary>
public sealed class GetCommitteeCalendarHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<CommitteeCalendarView>> HandleAsync(GetCommitteeCalendarQuery query, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == query.CommitteeSlug, cancellationToken);
        if (committee is null || !ConsultationAccess.MayEnterCommitteeRoom(user, committee.Id))
        {
            return new CommitteeNotFound();
        }

        var (now, today) = (clock.GetUtcNow(), clock.SwedishToday());
        var coming = committee.Meetings.Where(m => m >= today).ToList();
        var found = await db.Set<AskedDialogue>()
            .Where(d => d.CommitteeId == committee.Id
                && (d.State == ConsultationState.Published || d.State == ConsultationState.Paused || d.State == ConsultationState.Closed || d.State == ConsultationState.WithCommittee))
            .Select(d => new
            {
                Dialogue = d,
                Chosen = db.Set<PlannedMeeting>().Where(p => p.DialogueId == d.Id).Select(p => (DateOnly?)p.Day).FirstOrDefault(),
                Report = db.Set<Report>().Where(r => r.DialogueId == d.Id && (r.State == ReportState.Ready || r.State == ReportState.Delivered))
                    .OrderByDescending(r => r.Version).Select(r => new { r.Number, r.Version, r.CutOff }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var ids = found.Select(f => f.Dialogue.Id).ToList();
        var milestones = (await db.Set<Milestone>().AsNoTracking().Where(m => ids.Contains(m.DialogueId)).OrderBy(m => m.At).ToListAsync(cancellationToken))
            .ToLookup(m => m.DialogueId, m => new MilestoneView(m.Kind, m.Day, m.Told, m.At));
        var dialogues = found
            .OrderBy(f => f.Dialogue.PromisedAt).ThenBy(f => f.Dialogue.Slug, StringComparer.Ordinal)
            .Select(f => new CalendarDialogue(
                f.Dialogue.Slug, f.Dialogue.Title, f.Dialogue.Address, f.Dialogue.PhaseAt(now, today), f.Dialogue.ResultsAt.SwedishDate(), f.Dialogue.PromisedAt,
                MeetingChoice.Of(f.Dialogue.ResultsAt.SwedishDate(), f.Dialogue.PromisedAt, coming, committee.Lead, f.Chosen >= today ? f.Chosen : null),
                f.Report?.Number, f.Report?.Version ?? 0, f.Report?.CutOff, [.. milestones[f.Dialogue.Id]]))
            .ToList();
        return new CommitteeCalendarView(
            committee.Slug, committee.Name, ConsultationAccess.MayWriteAnswer(user, committee.Id), committee.Lead,
            [.. coming.Select(m => MeetingSchedule.Backwards(m, committee.Lead).Value!)], dialogues);
    }
}
