using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Moderation;

/// <param name="TakeOver">Also when another moderator has it.</param>
public sealed record TakeCaseCommand(Guid CaseId, bool TakeOver = false);

/// <summary>One moderator at a time, three minutes. Errors: <see cref="ModerationForbidden"/>, <see cref="CaseNotFound"/>, <see cref="CaseTaken"/>.</summary>
public sealed class TakeCaseHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(TakeCaseCommand command, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayModerate(user))
        {
            return new ModerationForbidden();
        }

        var found = await db.Set<ModerationCase>().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellationToken);
        if (found is null)
        {
            return new CaseNotFound();
        }

        if (found.Outcome != CaseOutcome.Waiting)
        {
            return Done.Value;
        }

        var taken = found.Take(user.Id!.Value, user.DisplayName ?? "", command.TakeOver, clock.GetUtcNow());
        if (!taken.IsSuccess)
        {
            return taken.Error;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another took it in the same instant, or a reader reported once more; the next look shows which.
            return new CaseTaken("", clock.GetUtcNow() + ModerationCase.LockTime);
        }

        return Done.Value;
    }
}
