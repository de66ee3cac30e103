using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

public sealed record WithdrawIdeaCommand(int Number);

/// <summary>The author takes an idea back before the decision: nobody else sees it any more. Errors: <see cref="IdeaNotFound"/>, <see cref="IdeaNotWithdrawable"/>, <see cref="IdeaChangedMeanwhile"/>.</summary>
public sealed class WithdrawIdeaHandler(IAppDbContext db, IdeaDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(WithdrawIdeaCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OwnAsync(command.Number, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var withdrawn = found.Value.Withdraw(desk.Now);
        if (!withdrawn.IsSuccess)
        {
            return withdrawn.Error;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A step was taken in the same moment: the author should see it first.
            return new IdeaChangedMeanwhile();
        }

        return withdrawn;
    }
}
