using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <param name="Numbers">Texts, at least one.</param>
/// <param name="Remove">Takes them out of the theme instead.</param>
public sealed record MarkInputsCommand(Guid SetId, IReadOnlyCollection<int> Numbers, Guid ThemeId, Stance Stance, bool Remove = false);

/// <param name="Changed">Texts whose themes became others.</param>
public sealed record InputsMarked(int Changed, string Theme);

/// <summary>
/// Adds one theme to several texts and leaves their other themes, in the first round. Texts that somebody has settled are left. Errors: <see cref="CodingSetNotFound"/>,
/// <see cref="CodingThemeNotFound"/>, <see cref="NoInputsChosen"/>, <see cref="CodedMeanwhile"/> and those of <see cref="ThemeCoding"/>.
/// </summary>
public sealed class MarkInputsHandler(IAppDbContext db, CodingDesk desk) : IUseCase
{
    public async Task<Result<InputsMarked>> HandleAsync(MarkInputsCommand command, CancellationToken cancellationToken)
    {
        var set = await desk.FindAsync(command.SetId, cancellationToken);
        if (!set.IsSuccess)
        {
            return set.Error;
        }

        if (command.Numbers.Count == 0)
        {
            return new NoInputsChosen();
        }

        var themes = await db.Set<CodingTheme>().Where(t => t.SetId == command.SetId).ToListAsync(cancellationToken);
        if (themes.Find(t => t.Id == command.ThemeId) is not { } theme)
        {
            return new CodingThemeNotFound();
        }

        var inputs = await db.Set<CodingInput>().Where(i => i.SetId == command.SetId && command.Numbers.Contains(i.Number)).ToListAsync(cancellationToken);
        var ids = inputs.ConvertAll(i => i.Id);
        var codings = (await db.Set<ThemeCoding>().Where(c => ids.Contains(c.InputId) && !c.IsReplaced).ToListAsync(cancellationToken)).ToLookup(c => c.InputId);
        var changed = 0;
        foreach (var input in inputs.Where(i => codings[i.Id].All(c => c.Round != CodingRound.Settled)))
        {
            var before = codings[input.Id].FirstOrDefault(c => c.Round == CodingRound.First);
            IEnumerable<ThemeMark> others = before is null ? [] : before.Marks.Where(m => m.ThemeId != theme.Id);
            var coded = ThemeCoding.Code(
                set.Value, input, CodingRound.First, [.. others, .. command.Remove ? [] : new[] { new ThemeMark(theme.Id, command.Stance) }], themes,
                [.. codings[input.Id]], desk.Me, desk.Now);
            if (!coded.IsSuccess)
            {
                return coded.Error;
            }

            if (coded.Value.Added is { } added)
            {
                db.Set<ThemeCoding>().Add(added);
                changed++;
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return new CodedMeanwhile();
        }

        return new InputsMarked(changed, theme.Name);
    }
}
