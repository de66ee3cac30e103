using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Sends;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Token">From the link in the mail.</param>
public sealed record AnswerAsGuardianCommand(string? Token, bool Yes);

/// <summary>
/// A guardian says yes, and the young person is a member or in line; or no, also when it was yes before, and what was told is erased and the membership
/// ended. Errors: <see cref="GuardianLinkGone"/>.
/// </summary>
public sealed class AnswerAsGuardianHandler(IAppDbContext db, MemberDesk desk, IPanelLock panels, PanelMail mail, WaveMembers waves) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(AnswerAsGuardianCommand command, CancellationToken cancellationToken)
    {
        var hash = LinkToken.GuardianHash(command.Token);
        var member = hash is null ? null : await db.Set<Membership>().SingleOrDefaultAsync(m => m.GuardianHash == hash, cancellationToken);
        if (member is null)
        {
            return new GuardianLinkGone();
        }

        var panel = await db.Set<Panel>().SingleAsync(p => p.Id == member.PanelId, cancellationToken);
        return await panels.WithAsync(panel.Id, () => AnswerAsync(panel, member, command.Yes, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> AnswerAsync(Panel panel, Membership member, bool yes, CancellationToken cancellationToken)
    {
        var resident = member.ResidentId;
        if (yes)
        {
            var said = member.GuardianSaysYes(panel, await desk.CountActiveAsync(panel.Id, cancellationToken), desk.Today);
            if (!said.IsSuccess)
            {
                return said;
            }
        }
        else
        {
            await waves.TakeOutAsync([member.Id], cancellationToken);
            member.Leave(desk.Today);
        }

        if (await db.Set<Resident>().Where(r => r.Id == resident).Select(r => r.Email).SingleOrDefaultAsync(cancellationToken) is { } email)
        {
            mail.Tell(panel, email, yes ? member.State.ToString() : "guardianNo", $"guardian/{member.Id:N}");
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
