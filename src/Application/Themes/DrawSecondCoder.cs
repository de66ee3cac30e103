using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <param name="Percent">Of the texts, 10 to 100.</param>
public sealed record DrawSecondCoderCommand(Guid SetId, int Percent);

public sealed record SecondDrawn(int Inputs);

/// <summary>
/// Draws the texts that another person codes without having seen what the first said. Errors: <see cref="CodingSetNotFound"/> and those of
/// <see cref="CodingSet.DrawForSecond"/>.
/// </summary>
public sealed class DrawSecondCoderHandler(IAppDbContext db, CodingDesk desk) : IUseCase
{
    public async Task<Result<SecondDrawn>> HandleAsync(DrawSecondCoderCommand command, CancellationToken cancellationToken)
    {
        var set = await desk.FindAsync(command.SetId, cancellationToken);
        if (!set.IsSuccess)
        {
            return set.Error;
        }

        var inputs = await db.Set<CodingInput>().Where(i => i.SetId == command.SetId).ToListAsync(cancellationToken);
        var drawn = set.Value.DrawForSecond(command.Percent, inputs, Convert.ToHexString(RandomId.Bytes(32)));
        if (!drawn.IsSuccess)
        {
            return drawn.Error;
        }

        desk.Log("coding.secondDrawn", set.Value);
        await db.SaveChangesAsync(cancellationToken);
        return new SecondDrawn(inputs.Count(i => i.IsDrawn));
    }
}
