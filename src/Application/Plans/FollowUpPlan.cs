using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Plans;
using Medborgardialog.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Plans;

/// <param name="Due">The day it now aims at, or null where unchanged.</param>
public sealed record FollowUpPlanCommand(string CommitteeSlug, Guid PlanId, uint Version, PointStatus? Status, string Note, DateOnly? Due);

/// <summary>
/// The secretary says how far a planned measure has come. Errors: <see cref="PlanNotFound"/> (also for those outside), <see cref="CommitteeForbidden"/>,
/// <see cref="PlanChangedMeanwhile"/>, those of <see cref="PlanItem.FollowUp"/>.
/// </summary>
public sealed class FollowUpPlanHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(FollowUpPlanCommand command, CancellationToken cancellationToken)
    {
        var item = await db.Set<PlanItem>()
            .SingleOrDefaultAsync(p => p.Id == command.PlanId && db.Set<Committee>().Any(c => c.Id == p.CommitteeId && c.Slug == command.CommitteeSlug), cancellationToken);
        if (item is null || !ConsultationAccess.MayEnterCommitteeRoom(user, item.CommitteeId))
        {
            return new PlanNotFound();
        }

        if (!ConsultationAccess.MayWriteAnswer(user, item.CommitteeId))
        {
            return new CommitteeForbidden();
        }

        if (item.Version != command.Version)
        {
            return new PlanChangedMeanwhile();
        }

        var followed = item.FollowUp(command.Status, command.Note, command.Due, user.DisplayName ?? "", clock.GetUtcNow());
        if (!followed.IsSuccess)
        {
            return followed;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new PlanChangedMeanwhile();
        }

        return Done.Value;
    }
}
