using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Ideas;

public sealed record ListIdeaQueueQuery;

/// <param name="Waiting">Nobody has read them; the oldest first.</param>
/// <param name="OnTheWay">On the ladder: late first answers first, then by the day that was promised.</param>
public sealed record IdeaQueue(IReadOnlyList<QueuedIdea> Waiting, IReadOnlyList<QueuedIdea> OnTheWay)
{
    public int LateAnswers => OnTheWay.Count(i => i.IsAnswerLate);
}

/// <param name="Author">The name that was chosen; empty for none, null where the account is gone.</param>
/// <param name="Flags">See <see cref="TextFlags"/>.</param>
public sealed record QueuedIdea(
    int Number, string Title, string Text, string Place, string? Author, IReadOnlyList<string> Flags, IdeaStep Step, IdeaDecision? Decision, string? Committee, DateOnly? DueOn, bool IsAnswerLate, bool IsLate,
    DateTimeOffset SentAt, uint Version);

/// <summary>What moderators have to read and officers have to answer. One statement. <see cref="IdeaForbidden"/>.</summary>
public sealed class ListIdeaQueueHandler(IAppDbContext db, IdeaDesk desk) : IUseCase
{
    private const int Most = 300;

    public async Task<Result<IdeaQueue>> HandleAsync(ListIdeaQueueQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        if (!desk.MayModerate && !desk.MayAnswer)
        {
            return new IdeaForbidden();
        }

        var today = desk.Today;
        var rows = await db.Set<Idea>().AsNoTracking()
            .Where(i => i.State == IdeaState.Waiting || i.State == IdeaState.Shown && i.Step != IdeaStep.Done && i.Decision != IdeaDecision.No)
            .OrderBy(i => i.State).ThenBy(i => i.Step == IdeaStep.Sent && i.DueOn < today ? 0 : 1).ThenBy(i => i.DueOn).ThenBy(i => i.Number)
            .Take(Most)
            .Select(i => new
            {
                Idea = i,
                Author = db.Set<Resident>().Where(r => r.Id == i.AuthorId).Select(r => r.DisplayName).FirstOrDefault(),
                Committee = db.Set<Committee>().Where(c => c.Id == i.CommitteeId).Select(c => c.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var told = rows.ToLookup(r => r.Idea.State, r => new QueuedIdea(
            r.Idea.Number, r.Idea.Title, r.Idea.Text, r.Idea.Place, r.Author, TextFlags.Of($"{r.Idea.Title}\n{r.Idea.Text}\n{r.Idea.Place}"), r.Idea.Step, r.Idea.Decision, r.Committee, r.Idea.DueOn,
            r.Idea.IsAnswerLate(today), r.Idea.IsLate(today), r.Idea.SentAt, r.Idea.Version));
        return new IdeaQueue([.. told[IdeaState.Waiting]], [.. told[IdeaState.Shown]]);
    }
}
