using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Themes;

/// <summary>What the use cases of a coding have in common: the set, may this person, everything of it, and the log.</summary>
public sealed class CodingDesk(IAppDbContext db, ICurrentUser user, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal bool MayCode => CodingAccess.MayCode(user);

    /// <summary>Name and title as they stand beside what was done.</summary>
    internal Coder Me => new(user.Id ?? Guid.Empty, user.Title is { Length: > 0 } title ? $"{user.DisplayName}, {title}" : user.DisplayName ?? "");

    /// <summary>Error: <see cref="CodingSetNotFound"/>, also for those who may not code.</summary>
    internal async Task<Result<CodingSet>> FindAsync(Guid setId, CancellationToken cancellationToken) =>
        MayCode && await db.Set<CodingSet>().SingleOrDefaultAsync(s => s.Id == setId, cancellationToken) is { } set ? set : new CodingSetNotFound();

    /// <summary>The set with everything in it, to be read. The same error. Five statements.</summary>
    internal async Task<Result<CodingBook>> OpenAsync(Guid setId, CancellationToken cancellationToken)
    {
        var found = await FindAsync(setId, cancellationToken);
        return found.IsSuccess ? await ReadAsync(db, found.Value, cancellationToken) : found.Error;
    }

    internal static async Task<CodingBook> ReadAsync(IAppDbContext db, CodingSet set, CancellationToken cancellationToken) => new(
        set,
        await db.Set<CodingInput>().AsNoTracking().Where(i => i.SetId == set.Id).OrderBy(i => i.Number).ToListAsync(cancellationToken),
        await db.Set<CodingTheme>().AsNoTracking().Where(t => t.SetId == set.Id).OrderBy(t => t.Order).ToListAsync(cancellationToken),
        await db.Set<ThemeCoding>().AsNoTracking().Where(c => c.SetId == set.Id && !c.IsReplaced).ToListAsync(cancellationToken),
        await db.Set<ThemeQuote>().AsNoTracking().Where(q => q.SetId == set.Id).OrderBy(q => q.ChosenAt).ThenBy(q => q.Id).ToListAsync(cancellationToken));

    /// <param name="action">Key below <c>audit.</c></param>
    internal void Log(string action, CodingSet set, string reason = "") =>
        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, Me.Name, action, set.Id, reason, Now));
}
