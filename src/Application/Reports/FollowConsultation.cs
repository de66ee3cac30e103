using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Reports;

/// <param name="Follow">False to stop.</param>
public sealed record FollowConsultationCommand(string Slug, bool Follow);

public sealed record FollowingChanged(bool IsFollowing);

/// <summary>
/// A resident asks to be mailed about the answer and its follow-ups, or not any more. Asking twice changes nothing. Errors:
/// <see cref="ConsultationNotFound"/>, <see cref="FollowingNeedsResident"/>.
/// </summary>
public sealed class FollowConsultationHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<FollowingChanged>> HandleAsync(FollowConsultationCommand command, CancellationToken cancellationToken)
    {
        var consultation = await db.Set<Consultation>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == command.Slug, cancellationToken);
        var phase = consultation?.PhaseAt(clock.GetUtcNow(), clock.SwedishToday());
        if (consultation is null || !ConsultationAccess.MaySee(user, phase!.Value))
        {
            return new ConsultationNotFound();
        }

        // Stopping is always allowed to those who follow, also when it has been cancelled.
        if (user.Id is not { } me || (command.Follow && !ConsultationAccess.MayFollow(user, phase.Value)))
        {
            return new FollowingNeedsResident();
        }

        var following = await db.Set<Following>().SingleOrDefaultAsync(f => f.ConsultationId == consultation.Id && f.ResidentId == me, cancellationToken);
        if (command.Follow && following is null)
        {
            db.Set<Following>().Add(new Following(consultation.Id, me, clock.GetUtcNow()));
        }
        else if (!command.Follow && following is not null)
        {
            db.Set<Following>().Remove(following);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The button was pressed twice, or a mail was queued in the same moment: what was asked for is what is there.
            return new FollowingChanged(await db.Set<Following>().AsNoTracking().AnyAsync(f => f.ConsultationId == consultation.Id && f.ResidentId == me, cancellationToken));
        }

        return new FollowingChanged(command.Follow);
    }
}
