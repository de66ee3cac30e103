using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

public sealed record GetIdeaAtWorkQuery(int Number);

/// <param name="Author">The name that was chosen; empty for none, null where the account is gone.</param>
/// <param name="Committees">All there are, by name.</param>
/// <param name="MayModerate">The one who reads may show and refuse it.</param>
/// <param name="MayShow">The one who reads is not the one who refused it.</param>
/// <param name="MayAnswer">The one who reads may take steps and give it to a committee.</param>
public sealed record IdeaAtWork(
    Idea Idea, string? Author, IReadOnlyList<IdeaEntry> Entries, int Supports, IReadOnlyList<IdeaCommittee> Committees, string? Committee, bool IsLate, bool MayModerate, bool MayShow,
    bool MayAnswer)
{
    public bool IsAnswerLate => IsLate && Idea.Step == IdeaStep.Sent;

    public string Path => IdeaAddress.Path(Idea.Title, Idea.Number);
}

/// <summary>One idea for those who work with it. Three statements. Errors: <see cref="IdeaForbidden"/>, <see cref="IdeaNotFound"/>, also for what was withdrawn.</summary>
public sealed class GetIdeaAtWorkHandler(IAppDbContext db, IdeaDesk desk) : IUseCase
{
    public async Task<Result<IdeaAtWork>> HandleAsync(GetIdeaAtWorkQuery query, CancellationToken cancellationToken)
    {
        if (!desk.MayModerate && !desk.MayAnswer)
        {
            return new IdeaForbidden();
        }

        var row = await db.Set<Idea>().AsNoTracking().Where(i => i.Number == query.Number && i.State != IdeaState.Withdrawn)
            .Select(i => new
            {
                Idea = i,
                Author = db.Set<Resident>().Where(r => r.Id == i.AuthorId).Select(r => r.DisplayName).FirstOrDefault(),
                Supports = db.Set<IdeaSupport>().Count(s => s.IdeaId == i.Id),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new IdeaNotFound();
        }

        var entries = await db.Set<IdeaEntry>().AsNoTracking().Where(e => e.IdeaId == row.Idea.Id).OrderBy(e => e.Number).ToListAsync(cancellationToken);
        var committees = await db.Set<Committee>().AsNoTracking().OrderBy(c => c.Name).Select(c => new { c.Id, c.Slug, c.Name }).ToListAsync(cancellationToken);
        return new IdeaAtWork(
            row.Idea, row.Author, entries, row.Supports, [.. committees.Select(c => new IdeaCommittee(c.Slug, c.Name))], committees.Find(c => c.Id == row.Idea.CommitteeId)?.Slug,
            row.Idea.IsLate(desk.Today), desk.MayModerate, desk.MayModerate && row.Idea.MayBeShownBy(desk.Me), desk.MayAnswer);
    }
}
