using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Draws;

public sealed record ForgetDrawContactsCommand(string Slug);

/// <summary>
/// Erases names, addresses, mail addresses, phone numbers and the officers' own ids of everybody in a draw. Numbers stay, and who they are stands in the
/// officers' own file alone. Errors: <see cref="PanelDrawNotFound"/>, <see cref="PanelDrawElsewhere"/> before the panel is drawn.
/// </summary>
public sealed class ForgetDrawContactsHandler(IAppDbContext db, DrawDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(ForgetDrawContactsCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        if (opened.Value.State != PanelDrawState.Drawn)
        {
            return new PanelDrawElsewhere();
        }

        await ForgetAsync(db, opened.Value, desk.Now, cancellationToken);
        return await desk.SaveAsync("draw.contactsForgotten", opened.Value, "", cancellationToken);
    }

    /// <summary>Erases at once, before the unit of work is saved: done twice it is done, left half-way it is done again.</summary>
    internal static async Task ForgetAsync(IAppDbContext db, PanelDraw draw, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Set<DrawPerson>().Where(p => p.DrawId == draw.Id && p.Contact != null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Contact, (DrawContact?)null), cancellationToken);
        draw.ContactsForgotten(now);
    }
}
