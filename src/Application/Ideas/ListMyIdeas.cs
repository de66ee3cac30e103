using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Ideas;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

public sealed record ListMyIdeasQuery;

public sealed record MyIdea(
    int Number, string Title, string Text, IdeaState State, HouseRule? Rule, IdeaStep Step, IdeaDecision? Decision, DateOnly? DueOn, bool MayName, bool WantsMail, DateTimeOffset SentAt)
{
    public string Path => IdeaAddress.Path(Title, Number);

    public bool MayWithdraw => State != IdeaState.Withdrawn && Step < IdeaStep.Decided;
}

/// <summary>All that the person has sent, the latest first, whatever became of it. One statement. <see cref="IdeaNeedsResident"/>.</summary>
public sealed class ListMyIdeasHandler(IAppDbContext db, IdeaDesk desk) : IUseCase
{
    private const int Most = 100;

    public async Task<Result<IReadOnlyList<MyIdea>>> HandleAsync(ListMyIdeasQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        return desk.ResidentId is not { } me
            ? new IdeaNeedsResident()
            : await db.Set<Idea>().AsNoTracking().Where(i => i.AuthorId == me).OrderByDescending(i => i.SentAt).Take(Most)
                .Select(i => new MyIdea(i.Number, i.Title, i.Text, i.State, i.Rule, i.Step, i.Decision, i.DueOn, i.MayName, i.WantsMail, i.SentAt))
                .ToArrayAsync(cancellationToken);
    }
}
