using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="Committee">Slug of the committee that owns it.</param>
public sealed record CreatePanelCommand(PanelKind Kind, string Committee, PanelSettings Settings);

/// <summary>
/// Starts a draft, with the programme that its waves will be editions of. There is one youth panel. Errors: <see cref="PanelForbidden"/>,
/// <see cref="PanelSettingsWrong"/>, <see cref="PanelSlugTaken"/>, <see cref="YouthPanelTaken"/>.
/// </summary>
/// <returns>The slug.</returns>
public sealed class CreatePanelHandler(IAppDbContext db, PanelDesk desk) : IUseCase
{
    public async Task<Result<string>> HandleAsync(CreatePanelCommand command, CancellationToken cancellationToken)
    {
        if (!desk.MayBuild)
        {
            return new PanelForbidden();
        }

        var committee = await db.Set<Committee>().Where(c => c.Slug == command.Committee).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
        var slug = Slugs.From(command.Settings.Name);
        if (committee is not { } owner || !Consultation.IsSlug(slug))
        {
            return new PanelSettingsWrong(committee is null ? nameof(Committee) : nameof(PanelSettings.Name));
        }

        if (await db.Set<Panel>().AnyAsync(p => p.Slug == slug, cancellationToken))
        {
            return new PanelSlugTaken();
        }

        if (command.Kind == PanelKind.Youth && await db.Set<Panel>().AnyAsync(p => p.Kind == PanelKind.Youth && p.State != PanelState.Ended, cancellationToken))
        {
            return new YouthPanelTaken();
        }

        var programme = new Programme(await FreeAsync(slug, cancellationToken), command.Settings.Name.Trim());
        var panel = new Panel(slug, command.Kind, owner, programme.Id, desk.OfficerId, desk.Now);
        if (panel.Write(command.Settings) is { IsSuccess: false } wrong)
        {
            return wrong.Error;
        }

        db.Set<Programme>().Add(programme);
        db.Set<Panel>().Add(panel);
        desk.Record("panel.created", panel.Id, command.Settings.Name.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return slug;
    }

    private async Task<string> FreeAsync(string slug, CancellationToken cancellationToken)
    {
        var free = slug;
        for (var n = 2; await db.Set<Programme>().AnyAsync(p => p.Slug == free, cancellationToken); n++)
        {
            free = $"{slug}-{n}";
        }

        return free;
    }
}
