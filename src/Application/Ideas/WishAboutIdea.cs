using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

/// <param name="MayName">The author may be named when it is done.</param>
/// <param name="WantsMail">A mail at each step.</param>
public sealed record WishAboutIdeaCommand(int Number, bool MayName, bool WantsMail);

/// <summary>The author changes what was said about being named and mailed, at any time. Errors: <see cref="IdeaNotFound"/>, <see cref="IdeaChangedMeanwhile"/>.</summary>
public sealed class WishAboutIdeaHandler(IAppDbContext db, IdeaDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(WishAboutIdeaCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OwnAsync(command.Number, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        found.Value.Wish(command.MayName, command.WantsMail);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new IdeaChangedMeanwhile();
        }

        return Done.Value;
    }
}
