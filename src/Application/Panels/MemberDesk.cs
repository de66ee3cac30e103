using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <summary>A public panel and, where there is one that has not ended, the membership of whoever asks.</summary>
public sealed record PanelAndMember(Panel Panel, Membership? Member);

/// <summary>What all that members do has in common: the panel is found, and who of its members asks.</summary>
public sealed class MemberDesk(IAppDbContext db, ICurrentUser user, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => clock.SwedishToday();

    /// <summary>Null for those who are not signed in as residents.</summary>
    public Guid? ResidentId => user.IsResident() ? user.Id : null;

    /// <summary><see cref="PanelNotFound"/>, also for a draft.</summary>
    public async Task<Result<PanelAndMember>> FindAsync(string slug, CancellationToken cancellationToken)
    {
        var panel = await db.Set<Panel>().SingleOrDefaultAsync(p => p.Slug == slug && p.State != PanelState.Draft, cancellationToken);
        if (panel is null)
        {
            return new PanelNotFound();
        }

        var member = ResidentId is { } resident
            ? await db.Set<Membership>().SingleOrDefaultAsync(m => m.PanelId == panel.Id && m.ResidentId == resident, cancellationToken)
            : null;
        return new PanelAndMember(panel, member);
    }

    /// <summary>As <see cref="FindAsync"/>, for what members alone may do. Errors also: <see cref="NotAPanelMember"/>.</summary>
    public async Task<Result<(Panel Panel, Membership Member)>> MemberAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await FindAsync(slug, cancellationToken);
        return !found.IsSuccess ? found.Error
            : found.Value.Member is { IsAsked: true } member ? (found.Value.Panel, member)
            : new NotAPanelMember();
    }

    public Task<int> CountActiveAsync(Guid panelId, CancellationToken cancellationToken) =>
        db.Set<Membership>().CountAsync(m => m.PanelId == panelId && m.State == MembershipState.Active, cancellationToken);
}
