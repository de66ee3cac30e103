using System.Globalization;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

/// <summary>What all that is done with ideas has in common: who may, the clock, found and unchanged, a row in the audit log.</summary>
public sealed class IdeaDesk(IAppDbContext db, ICurrentUser user, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => clock.SwedishToday();

    /// <summary>The resident who asks; null for all others, and without a confirmed address.</summary>
    public Guid? ResidentId => user.IsResident() && user.Assurance >= AssuranceLevel.Email ? user.Id : null;

    /// <summary>Reads ideas before others do.</summary>
    public bool MayModerate => ConsultationAccess.MayModerate(user);

    /// <summary>Takes steps and gives an idea to a committee.</summary>
    public bool MayAnswer => ConsultationAccess.MayBuild(user);

    /// <summary>The person at work; empty for nobody.</summary>
    public Guid Me => user.Id ?? Guid.Empty;

    /// <summary>Title of the person at work, which stands beside what they do; empty where they have none.</summary>
    public string Title => user.Title ?? "";

    /// <summary>The idea, for its author to change. <see cref="IdeaNotFound"/> for everyone else.</summary>
    public async Task<Result<Idea>> OwnAsync(int number, CancellationToken cancellationToken) =>
        ResidentId is { } me && await db.Set<Idea>().SingleOrDefaultAsync(i => i.Number == number && i.AuthorId == me, cancellationToken) is { } idea ? idea : new IdeaNotFound();

    /// <summary>The idea as the person at work saw it. <see cref="IdeaNotFound"/>, also when it was withdrawn; <see cref="IdeaChangedMeanwhile"/>.</summary>
    /// <param name="version">What was seen.</param>
    public async Task<Result<Idea>> OpenAsync(int number, uint version, CancellationToken cancellationToken) =>
        await db.Set<Idea>().SingleOrDefaultAsync(i => i.Number == number && i.State != IdeaState.Withdrawn, cancellationToken) is not { } idea ? new IdeaNotFound()
        : idea.Version != version ? new IdeaChangedMeanwhile()
        : idea;

    /// <summary>Saves what was done and writes it into the audit log. <see cref="IdeaChangedMeanwhile"/> when another was faster.</summary>
    /// <param name="action">Key below <c>audit.</c>, for example <c>idea.shown</c>.</param>
    public async Task<Result<Done>> SaveAsync(Idea idea, string action, string reason, CancellationToken cancellationToken)
    {
        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, Actor, action, idea.Id, reason, Now));
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

    private string Actor => Title.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{user.DisplayName}, {Title}") : user.DisplayName ?? "";
}
