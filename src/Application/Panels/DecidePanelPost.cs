using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Rule">The rule that it breaks, where it is refused.</param>
public sealed record DecidePanelPostCommand(Guid PostId, bool Show, HouseRule? Rule);

/// <summary>
/// A moderator shows or refuses what a young member has written. Refusing names a rule, which its author is told. Errors:
/// <see cref="PanelForbidden"/>, <see cref="PanelPostNotFound"/>, <see cref="PanelPostRuleMissing"/>.
/// </summary>
public sealed class DecidePanelPostHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(DecidePanelPostCommand command, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayModerate(user))
        {
            return new PanelForbidden();
        }

        if (await db.Set<PanelPost>().SingleOrDefaultAsync(p => p.Id == command.PostId, cancellationToken) is not { } post)
        {
            return new PanelPostNotFound();
        }

        if (!command.Show && command.Rule is null)
        {
            return new PanelPostRuleMissing();
        }

        if (command.Show)
        {
            post.Show(clock.GetUtcNow());
        }
        else
        {
            post.Refuse(command.Rule!.Value, clock.GetUtcNow());
        }

        db.Set<AuditEntry>().Add(new AuditEntry(
            user.Id, user.DisplayName ?? "", command.Show ? "panel.postShown" : "panel.postRefused", post.Id, command.Show ? "" : command.Rule!.Value.ToString(), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
