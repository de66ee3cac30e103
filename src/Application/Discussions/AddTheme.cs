using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record AddThemeCommand(string Slug, string Name);

/// <summary>A new theme, last in the list. Errors: <see cref="ConsultationNotFound"/>, <see cref="ThemeNameWrong"/>.</summary>
public sealed class AddThemeHandler(IAppDbContext db, TalkDesk desk) : IUseCase
{
    public async Task<Result<ThemeListed>> HandleAsync(AddThemeCommand command, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(command.Slug, threadNumber: null, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        if (!ConsultationAccess.MayBuild(desk.User))
        {
            return new ConsultationNotFound();
        }

        var id = place.Value.Consultation.Id;
        var theme = TalkTheme.Create(id, command.Name, await db.Set<TalkTheme>().CountAsync(t => t.ConsultationId == id, cancellationToken));
        if (!theme.IsSuccess)
        {
            return theme.Error;
        }

        db.Set<TalkTheme>().Add(theme.Value);
        await db.SaveChangesAsync(cancellationToken);
        return new ThemeListed(theme.Value.Id, theme.Value.Name, 0);
    }
}
