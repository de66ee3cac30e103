using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

/// <param name="On">False to take it back.</param>
public sealed record SupportIdeaCommand(int Number, bool On);

/// <param name="Supports">Whether the person supports it now.</param>
public sealed record IdeaSupported(bool Supports);

/// <summary>"Jag med", once, and taken back at any time. Asking twice changes nothing. Errors: <see cref="IdeaNotFound"/>, <see cref="IdeaNeedsResident"/>, <see cref="IdeaIsOwn"/>, <see cref="IdeaHasEnded"/>.</summary>
public sealed class SupportIdeaHandler(IAppDbContext db, IdeaDesk desk) : IUseCase
{
    public async Task<Result<IdeaSupported>> HandleAsync(SupportIdeaCommand command, CancellationToken cancellationToken)
    {
        if (await db.Set<Idea>().AsNoTracking().SingleOrDefaultAsync(i => i.Number == command.Number && i.State == IdeaState.Shown, cancellationToken) is not { } idea)
        {
            return new IdeaNotFound();
        }

        if (desk.ResidentId is not { } me || !await db.Set<Resident>().AnyAsync(r => r.Id == me, cancellationToken))
        {
            return new IdeaNeedsResident();
        }

        if (idea.AuthorId == me)
        {
            return new IdeaIsOwn();
        }

        if (command.On && idea.HasEnded)
        {
            return new IdeaHasEnded();
        }

        var support = await db.Set<IdeaSupport>().SingleOrDefaultAsync(s => s.IdeaId == idea.Id && s.ResidentId == me, cancellationToken);
        if (command.On && support is null)
        {
            db.Set<IdeaSupport>().Add(new IdeaSupport(idea.Id, me, desk.Now));
        }
        else if (!command.On && support is not null)
        {
            db.Set<IdeaSupport>().Remove(support);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The button was pressed twice: what was asked for is what is there.
            return new IdeaSupported(await db.Set<IdeaSupport>().AsNoTracking().AnyAsync(s => s.IdeaId == idea.Id && s.ResidentId == me, cancellationToken));
        }

        return new IdeaSupported(command.On);
    }
}
