using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Application.Panels;

public sealed record LeavePanelCommand(string Slug);

/// <summary>
/// Somebody leaves, or gives up the place in line: at once, without a question why. What was known of them is erased, and they may not
/// answer the wave that is open; what they have answered cannot be found and stays counted. Errors: <see cref="PanelNotFound"/>,
/// <see cref="NotAPanelMember"/>.
/// </summary>
public sealed class LeavePanelHandler(IAppDbContext db, MemberDesk desk, WaveMembers waves) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(LeavePanelCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.FindAsync(command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        if (found.Value.Member is not { } member)
        {
            return new NotAPanelMember();
        }

        await waves.TakeOutAsync([member.Id], cancellationToken);
        member.Leave(desk.Today);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
