using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

public sealed record GetIdeaQuery(int Number);

/// <param name="AnswerBy">The last day for the first answer.</param>
/// <param name="Entries">The whole history, the first line first.</param>
/// <param name="Thanks">The name that is thanked: only when it is done and its author wants to be named; empty where the account is gone.</param>
/// <param name="IsMine">The one who reads has sent it.</param>
/// <param name="MaySupport">The one who reads may say "Jag med" or take it back; false for those who have not signed in.</param>
public sealed record IdeaView(
    Idea Idea, IdeaCommittee? Committee, DateOnly AnswerBy, bool IsLate, IReadOnlyList<IdeaEntry> Entries, int Supports, string? Thanks, bool IsMine, bool MaySupport, bool Supported)
{
    public string Path => IdeaAddress.Path(Idea.Title, Idea.Number);

    /// <summary>The line that stands for a step of the ladder: the latest that took it, where it has not been gone back from.</summary>
    public IdeaEntry? LineOf(IdeaStep step) => step > Idea.Step ? null : Entries.LastOrDefault(e => e.Step == step && !e.IsNote && !e.IsBack) ?? Entries.LastOrDefault(e => e.Step == step);
}

/// <summary>An idea and its ladder. What is not shown exists for its author alone. Two statements. <see cref="IdeaNotFound"/>.</summary>
public sealed class GetIdeaHandler(IAppDbContext db, IdeaDesk desk) : IUseCase
{
    public async Task<Result<IdeaView>> HandleAsync(GetIdeaQuery query, CancellationToken cancellationToken)
    {
        var me = desk.ResidentId;
        var row = await db.Set<Idea>().AsNoTracking().Where(i => i.Number == query.Number)
            .Select(i => new
            {
                Idea = i,
                Committee = db.Set<Committee>().Where(c => c.Id == i.CommitteeId).Select(c => new IdeaCommittee(c.Slug, c.Name)).FirstOrDefault(),
                Supports = db.Set<IdeaSupport>().Count(s => s.IdeaId == i.Id),
                Supported = db.Set<IdeaSupport>().Any(s => s.IdeaId == i.Id && s.ResidentId == me),
                Author = db.Set<Resident>().Where(r => r.Id == i.AuthorId).Select(r => r.DisplayName).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null || row.Idea.State != IdeaState.Shown && (me is null || row.Idea.AuthorId != me))
        {
            return new IdeaNotFound();
        }

        var idea = row.Idea;
        var entries = await db.Set<IdeaEntry>().AsNoTracking().Where(e => e.IdeaId == idea.Id).OrderBy(e => e.Number).ToListAsync(cancellationToken);
        return new IdeaView(
            idea, row.Committee, IdeaLadder.AnswerBy(idea.SentAt.SwedishDate()), idea.IsLate(desk.Today), entries, row.Supports,
            idea is { Step: IdeaStep.Done, MayName: true } ? row.Author ?? "" : null,
            IsMine: me is not null && idea.AuthorId == me, MaySupport: me is not null && idea.AuthorId != me && (row.Supported || !idea.HasEnded), row.Supported);
    }
}
