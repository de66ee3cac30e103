using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

public enum IdeaChoice
{
    /// <summary>On the ladder still.</summary>
    Underway = 0,
    Done = 1,

    /// <summary>Ended by a no.</summary>
    No = 2,
}

/// <param name="Committee">Address part of a committee, or null for all.</param>
/// <param name="Page">From 1.</param>
public sealed record ListIdeasQuery(IdeaChoice Choice, string? Committee, int Page);

/// <param name="Committee">The one that was asked for.</param>
/// <param name="Pages">1 or more.</param>
public sealed record IdeaList(IReadOnlyList<IdeaRow> Rows, IdeaCommittee? Committee, int Page, int Pages);

public sealed record IdeaCommittee(string Slug, string Name);

/// <param name="Supports">How many say "Jag med".</param>
/// <param name="IsLate">The promised day has passed; on the first step the first answer is late.</param>
public sealed record IdeaRow(int Number, string Title, string Place, IdeaStep Step, IdeaDecision? Decision, DateOnly? DueOn, bool IsLate, int Supports, DateTimeOffset MovedAt)
{
    public string Path => IdeaAddress.Path(Title, Number);
}

/// <summary>Ideas that everyone may read: what is late first, then the latest that moved. At most three statements. <see cref="IdeaNotFound"/> for an unknown committee.</summary>
public sealed class ListIdeasHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public const int PageSize = 30;

    public async Task<Result<IdeaList>> HandleAsync(ListIdeasQuery query, CancellationToken cancellationToken)
    {
        var committee = string.IsNullOrEmpty(query.Committee) ? null
            : await db.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == query.Committee, cancellationToken);
        if (!string.IsNullOrEmpty(query.Committee) && committee is null)
        {
            return new IdeaNotFound();
        }

        var (today, committeeId) = (clock.SwedishToday(), committee?.Id);
        var ideas = db.Set<Idea>().AsNoTracking().Where(i => i.State == IdeaState.Shown && (committeeId == null || i.CommitteeId == committeeId));
        ideas = query.Choice switch
        {
            IdeaChoice.Done => ideas.Where(i => i.Step == IdeaStep.Done),
            IdeaChoice.No => ideas.Where(i => i.Decision == IdeaDecision.No),
            _ => ideas.Where(i => i.Step != IdeaStep.Done && i.Decision != IdeaDecision.No),
        };
        var pages = Math.Max(1, (await ideas.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
        var page = Math.Clamp(query.Page, 1, pages);
        var rows = await ideas.OrderBy(i => i.DueOn < today ? 0 : 1).ThenByDescending(i => i.MovedAt).ThenBy(i => i.Number)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(i => new IdeaRow(
                i.Number, i.Title, i.Place, i.Step, i.Decision, i.DueOn, i.DueOn < today, db.Set<IdeaSupport>().Count(s => s.IdeaId == i.Id), i.MovedAt))
            .ToListAsync(cancellationToken);
        return new IdeaList(rows, committee is null ? null : new IdeaCommittee(committee.Slug, committee.Name), page, pages);
    }
}
