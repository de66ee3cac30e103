using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Goals;

/// <param name="Month">Any day of the month that it is about.</param>
public sealed record WriteGoalNoteCommand(string CommitteeSlug, string GoalKey, DateOnly Month, GoalState? State, string Text);

/// <summary>
/// The secretary writes the committee's note for a month; it is public at once and never edited. Errors: <see cref="CommitteeNotFound"/> (also for those outside),
/// <see cref="CommitteeForbidden"/>, <see cref="GoalNotFound"/>, those of <see cref="GoalNote.Write"/>.
/// </summary>
public sealed class WriteGoalNoteHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(WriteGoalNoteCommand command, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == command.CommitteeSlug, cancellationToken);
        if (committee is null || !ConsultationAccess.MayEnterCommitteeRoom(user, committee.Id))
        {
            return new CommitteeNotFound();
        }

        if (!ConsultationAccess.MayWriteAnswer(user, committee.Id))
        {
            return new CommitteeForbidden();
        }

        var goal = await db.Set<Goal>().AsNoTracking().SingleOrDefaultAsync(g => g.Key == command.GoalKey, cancellationToken);
        if (goal is null)
        {
            return new GoalNotFound();
        }

        var written = GoalNote.Write(goal, committee.Id, command.Month, command.State, command.Text, user.DisplayName ?? "", clock.SwedishToday(), clock.GetUtcNow());
        if (!written.IsSuccess)
        {
            return written.Error;
        }

        db.Set<GoalNote>().Add(written.Value);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
