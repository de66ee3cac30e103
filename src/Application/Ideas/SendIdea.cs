using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

/// <param name="MayName">The author may be named when it is done.</param>
/// <param name="FormKey">Random per form: sent twice it is one idea.</param>
public sealed record SendIdeaCommand(IdeaText Text, bool MayName, Guid FormKey);

/// <param name="AnswerBy">The last day for the first answer.</param>
public sealed record IdeaSent(int Number, DateOnly? AnswerBy);

/// <summary>A resident sends an idea; a moderator reads it before others do. Errors: <see cref="IdeaNeedsResident"/> and those of <see cref="Idea.Send"/>.</summary>
public sealed class SendIdeaHandler(IAppDbContext db, IdeaDesk desk) : IUseCase
{
    public async Task<Result<IdeaSent>> HandleAsync(SendIdeaCommand command, CancellationToken cancellationToken)
    {
        if (desk.ResidentId is not { } me)
        {
            return new IdeaNeedsResident();
        }

        var known = await db.Set<Resident>().Where(r => r.Id == me)
            .Select(r => new
            {
                Waiting = db.Set<Idea>().Count(i => i.AuthorId == me && i.State == IdeaState.Waiting),
                Earlier = db.Set<Idea>().FirstOrDefault(i => i.AuthorId == me && i.FormKey == command.FormKey),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (known is null)
        {
            return new IdeaNeedsResident();
        }

        if (known.Earlier is { } earlier)
        {
            return new IdeaSent(earlier.Number, earlier.DueOn);
        }

        var sent = Idea.Send(me, command.Text, command.MayName, command.FormKey, known.Waiting, desk.Now, desk.Today);
        if (!sent.IsSuccess)
        {
            return sent.Error;
        }

        db.Set<Idea>().Add(sent.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same form, sent twice at the same time: the index lets one in. Or the account went in the same moment.
            return await db.Set<Idea>().AsNoTracking().Where(i => i.AuthorId == me && i.FormKey == command.FormKey)
                .Select(i => new IdeaSent(i.Number, i.DueOn)).SingleOrDefaultAsync(cancellationToken) is { } first ? first : new IdeaNeedsResident();
        }

        return new IdeaSent(sent.Value.Number, sent.Value.DueOn);
    }
}
