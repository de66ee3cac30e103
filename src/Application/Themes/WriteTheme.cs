using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <param name="ThemeId">Null for a new theme.</param>
public sealed record WriteThemeCommand(Guid SetId, Guid? ThemeId, ThemeText Text);

public sealed record ThemeWritten(Guid ThemeId, string Name);

/// <summary>
/// Adds a theme or changes its words. Errors: <see cref="CodingSetNotFound"/>, <see cref="CodingThemeNotFound"/>, <see cref="CodingReleased"/> and those of
/// <see cref="CodingTheme"/>.
/// </summary>
public sealed class WriteThemeHandler(IAppDbContext db, CodingDesk desk) : IUseCase
{
    public async Task<Result<ThemeWritten>> HandleAsync(WriteThemeCommand command, CancellationToken cancellationToken)
    {
        var set = await desk.FindAsync(command.SetId, cancellationToken);
        if (!set.IsSuccess)
        {
            return set.Error;
        }

        if (set.Value.IsReleased)
        {
            return new CodingReleased();
        }

        var themes = await db.Set<CodingTheme>().Where(t => t.SetId == command.SetId).ToListAsync(cancellationToken);
        if (command.ThemeId is { } id)
        {
            if (themes.Find(t => t.Id == id) is not { } theme)
            {
                return new CodingThemeNotFound();
            }

            var written = theme.Write(command.Text, themes, desk.Me);
            return written.IsSuccess ? await SaveAsync(theme, cancellationToken) : written.Error;
        }

        var created = CodingTheme.Create(command.SetId, command.Text, themes, desk.Me);
        if (!created.IsSuccess)
        {
            return created.Error;
        }

        db.Set<CodingTheme>().Add(created.Value);
        return await SaveAsync(created.Value, cancellationToken);
    }

    private async Task<Result<ThemeWritten>> SaveAsync(CodingTheme theme, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return new ThemeWritten(theme.Id, theme.Name);
    }
}
