using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Who">E-mail address, or the name in the panel, as typed.</param>
public sealed record RemoveMemberCommand(string Slug, string Who);

/// <summary>
/// An officer takes somebody out, for a guardian who asks for it or for whoever cannot sign in any more: as when members leave by themselves, and the
/// member is told. Who it was stands nowhere afterwards. Errors: those of <see cref="PanelDesk"/>, <see cref="NobodyByThatName"/>.
/// </summary>
public sealed class RemoveMemberHandler(IAppDbContext db, PanelDesk desk, IPanelLock panels, WaveMembers waves, PanelMail mail) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RemoveMemberCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        return opened.IsSuccess
            ? await panels.WithAsync(opened.Value.Id, () => RemoveAsync(opened.Value, command.Who.Trim(), cancellationToken), cancellationToken)
            : opened.Error;
    }

    private async Task<Result<Done>> RemoveAsync(Panel panel, string who, CancellationToken cancellationToken)
    {
        var email = EmailAddress.Normalise(who);
        var found = await db.Set<Membership>().Where(m => m.PanelId == panel.Id)
            .Join(db.Set<Resident>(), m => m.ResidentId, r => r.Id, (m, r) => new { Member = m, r.Email })
            .Where(m => email != null ? m.Email == email : m.Member.Alias == who && who != "").SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NobodyByThatName(who);
        }

        await waves.TakeOutAsync([found.Member.Id], cancellationToken);
        found.Member.Leave(desk.Today);
        mail.Tell(panel, found.Email, "removed", found.Member.Id.ToString("N"));
        desk.Record("panel.memberRemoved", panel.Id);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
