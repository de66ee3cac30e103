using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <summary>What all that officers do with a panel has in common: found, only officers, has it changed meanwhile, a row in the audit log.</summary>
public sealed class PanelDesk(IAppDbContext db, ICurrentUser user, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => clock.SwedishToday();

    public Guid OfficerId => user.Id ?? Guid.Empty;

    /// <summary>Name and title as they are shown to everyone beside a decision.</summary>
    public string OfficerName => user.Title is { Length: > 0 } title ? $"{user.DisplayName}, {title}" : user.DisplayName ?? "";

    public bool MayBuild => ConsultationAccess.MayBuild(user);

    /// <summary>Speaks for the municipality where a youth panel talks: officers and moderators.</summary>
    public bool MayTalk => MayBuild || ConsultationAccess.MayModerate(user);

    /// <summary><see cref="PanelNotFound"/> when there is none, and for all who are no officers.</summary>
    public async Task<Result<Panel>> OpenAsync(string slug, CancellationToken cancellationToken) =>
        MayBuild && await db.Set<Panel>().SingleOrDefaultAsync(p => p.Slug == slug, cancellationToken) is { } panel ? panel : new PanelNotFound();

    /// <summary>Loads, changes, records and saves. Errors beside those of the domain: <see cref="PanelNotFound"/>, <see cref="PanelChangedMeanwhile"/>.</summary>
    public async Task<Result<Done>> ChangeAsync(
        string slug, uint version, string action, Func<Panel, Result<Done>> change, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (opened.Value.Version != version)
        {
            return new PanelChangedMeanwhile();
        }

        var changed = change(opened.Value);
        if (!changed.IsSuccess)
        {
            return changed.Error;
        }

        Record(action, opened.Value.Id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new PanelChangedMeanwhile();
        }

        return Done.Value;
    }

    /// <param name="action">Key below <c>audit.</c>, for example <c>panel.created</c>.</param>
    public void Record(string action, Guid panelId, string reason = "") =>
        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, OfficerName, action, panelId, reason, Now));
}
