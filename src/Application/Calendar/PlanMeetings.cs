using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Calendar;

/// <param name="Days">Meetings to come; those that have been are kept.</param>
public sealed record PlanMeetingsCommand(string CommitteeSlug, IReadOnlyList<DateOnly> Days, MeetingLead Lead);

/// <summary>
/// The secretary writes the committee's meetings. Errors: <see cref="CommitteeNotFound"/> (also for those outside), <see cref="CommitteeForbidden"/>,
/// <see cref="MeetingHasBeen"/>, <see cref="MeetingsTooMany"/>, <see cref="MeetingLeadWrong"/>.
/// </summary>
public sealed class PlanMeetingsHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(PlanMeetingsCommand command, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().SingleOrDefaultAsync(c => c.Slug == command.CommitteeSlug, cancellationToken);
        if (committee is null || !ConsultationAccess.MayEnterCommitteeRoom(user, committee.Id))
        {
            return new CommitteeNotFound();
        }

        if (!ConsultationAccess.MayWriteAnswer(user, committee.Id))
        {
            return new CommitteeForbidden();
        }

        var planned = committee.PlanMeetings(command.Days, command.Lead, clock.SwedishToday());
        if (!planned.IsSuccess)
        {
            return planned;
        }

        var days = string.Join(", ", command.Days.Order().Select(d => d.ToString("O", CultureInfo.InvariantCulture)));
        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, user.DisplayName ?? "", "committee.meetings", committee.Id, days, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
