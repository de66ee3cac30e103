using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

public sealed record RemoveThemeCommand(Guid SetId, Guid ThemeId);

public sealed record ThemeRemoved(string Name);

/// <summary>
/// Takes a theme out of the codebook with its quotes, and out of every coding. Errors: <see cref="CodingSetNotFound"/>, <see cref="CodingThemeNotFound"/>,
/// <see cref="CodingReleased"/>.
/// </summary>
public sealed class RemoveThemeHandler(IAppDbContext db, CodingDesk desk) : IUseCase
{
    public async Task<Result<ThemeRemoved>> HandleAsync(RemoveThemeCommand command, CancellationToken cancellationToken)
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

        if (await db.Set<CodingTheme>().SingleOrDefaultAsync(t => t.SetId == command.SetId && t.Id == command.ThemeId, cancellationToken) is not { } theme)
        {
            return new CodingThemeNotFound();
        }

        foreach (var coding in await db.Set<ThemeCoding>().Where(c => c.SetId == command.SetId).ToListAsync(cancellationToken))
        {
            coding.Forget(theme.Id);
        }

        db.Set<CodingTheme>().Remove(theme);
        desk.Log("coding.themeRemoved", set.Value, theme.Name);
        await db.SaveChangesAsync(cancellationToken);
        return new ThemeRemoved(theme.Name);
    }
}
