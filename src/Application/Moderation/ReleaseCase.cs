using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Moderation;

public sealed record ReleaseCaseCommand(Guid CaseId);

/// <summary>Skips a case: another may have it at once. Errors: <see cref="ModerationForbidden"/>, <see cref="CaseNotFound"/>.</summary>
public sealed class ReleaseCaseHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(ReleaseCaseCommand command, CancellationToken cancellationToken)
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

        found.Release(user.Id!.Value);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
