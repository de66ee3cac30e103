using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Calendar;

/// <param name="Slug">Of the rådslag or the survey.</param>
/// <param name="Day">A meeting to come, or null to go by what the calendar suggests.</param>
public sealed record ChooseMeetingCommand(string CommitteeSlug, string Slug, DateOnly? Day);

/// <summary>
/// The secretary chooses the meeting that takes up a dialogue. Errors: <see cref="CommitteeNotFound"/> (also for those outside and for another committee's
/// dialogue), <see cref="CommitteeForbidden"/>, <see cref="MeetingUnknown"/>, <see cref="CalendarChangedMeanwhile"/>.
/// </summary>
public sealed class ChooseMeetingHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(ChooseMeetingCommand command, CancellationToken cancellationToken)
    {
        var row = await db.Set<AskedDialogue>().Where(d => d.Slug == command.Slug)
            .Join(db.Set<Committee>().Where(c => c.Slug == command.CommitteeSlug), d => d.CommitteeId, c => c.Id, (d, c) => new { Dialogue = d, Committee = c })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null || !row.Dialogue.IsOwed || !ConsultationAccess.MayEnterCommitteeRoom(user, row.Committee.Id))
        {
            return new CommitteeNotFound();
        }

        if (!ConsultationAccess.MayWriteAnswer(user, row.Committee.Id))
        {
            return new CommitteeForbidden();
        }

        if (command.Day is { } day && (day < clock.SwedishToday() || !row.Committee.Meetings.Contains(day)))
        {
            return new MeetingUnknown();
        }

        await ChooseAsync(row.Dialogue.Id, command.Day, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another secretary chose in the same moment.
            return new CalendarChangedMeanwhile();
        }

        return Done.Value;
    }

    private async Task ChooseAsync(Guid dialogueId, DateOnly? day, CancellationToken cancellationToken)
    {
        var (by, now) = (user.DisplayName ?? "", clock.GetUtcNow());
        var planned = await db.Set<PlannedMeeting>().SingleOrDefaultAsync(p => p.DialogueId == dialogueId, cancellationToken);
        switch (planned, day)
        {
            case (null, { } first):
                db.Set<PlannedMeeting>().Add(new PlannedMeeting(dialogueId, first, by, now));
                break;
            case ({ } known, { } other):
                known.Choose(other, by, now);
                break;
            case ({ } dropped, null):
                db.Set<PlannedMeeting>().Remove(dropped);
                break;
        }
    }
}
