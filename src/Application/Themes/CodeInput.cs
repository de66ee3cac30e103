using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <param name="Number">See <see cref="CodingInput.Number"/>.</param>
/// <param name="Marks">Replaces what was said in the same round; empty when the text is about none of the themes.</param>
/// <param name="Language">BCP 47; null to leave it.</param>
/// <param name="Note">Of <see cref="CodingRound.Settled"/>: why.</param>
public sealed record CodeInputCommand(
    Guid SetId, int Number, CodingRound Round, IReadOnlyCollection<ThemeMark> Marks, string? Language = null, string Note = "");

public sealed record InputCoded(int Number);

/// <summary>
/// Says what one text is about. Errors: <see cref="CodingSetNotFound"/>, <see cref="CodingInputNotFound"/>, <see cref="CodedMeanwhile"/>,
/// <see cref="LanguageUnknown"/> and those of <see cref="ThemeCoding"/>.
/// </summary>
public sealed class CodeInputHandler(IAppDbContext db, CodingDesk desk, ITextStems stems) : IUseCase
{
    public async Task<Result<InputCoded>> HandleAsync(CodeInputCommand command, CancellationToken cancellationToken)
    {
        var set = await desk.FindAsync(command.SetId, cancellationToken);
        if (!set.IsSuccess)
        {
            return set.Error;
        }

        if (await db.Set<CodingInput>().SingleOrDefaultAsync(i => i.SetId == command.SetId && i.Number == command.Number, cancellationToken) is not { } input)
        {
            return new CodingInputNotFound();
        }

        var themes = await db.Set<CodingTheme>().Where(t => t.SetId == command.SetId).ToListAsync(cancellationToken);
        var earlier = await db.Set<ThemeCoding>().Where(c => c.InputId == input.Id && !c.IsReplaced).ToListAsync(cancellationToken);
        var coded = ThemeCoding.Code(set.Value, input, command.Round, command.Marks, themes, earlier, desk.Me, desk.Now, command.Note);
        if (!coded.IsSuccess)
        {
            return coded.Error;
        }

        if (command.Language is { } language && language != input.Language)
        {
            if (input.Speak(language) is { IsSuccess: false } unknown)
            {
                return unknown.Error!;
            }

            input.Stem((await stems.OfAsync([(input.Text, language)], cancellationToken))[0]);
        }

        if (coded.Value.Added is { } added)
        {
            db.Set<ThemeCoding>().Add(added);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another has coded the same text between the reading and the writing; the index lets one through.
            return new CodedMeanwhile();
        }

        return new InputCoded(input.Number);
    }
}
