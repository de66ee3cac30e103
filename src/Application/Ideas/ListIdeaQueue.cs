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
/// <param name="Refused">Not shown, the latest first: an author may have asked for it to be looked at again.</param>
public sealed record IdeaQueue(IReadOnlyList<QueuedIdea> Waiting, IReadOnlyList<QueuedIdea> OnTheWay, IReadOnlyList<QueuedIdea> Refused)
{
    /// <summary>The first answer is owed from the day it was sent, also while nobody has read it.</summary>
    public int LateAnswers => Waiting.Concat(OnTheWay).Count(i => i.IsAnswerLate);
}

/// <param name="Author">The name that was chosen; empty for none, null where the account is gone.</param>
/// <param name="Flags">See <see cref="TextFlags"/>.</param>
/// <param name="Rule">That it breaks, where it is refused.</param>
public sealed record QueuedIdea(
    int Number, string Title, string Text, string Place, string? Author, IReadOnlyList<string> Flags, IdeaStep Step, IdeaDecision? Decision, string? Committee, DateOnly? DueOn, bool IsAnswerLate, bool IsLate,
    HouseRule? Rule, DateTimeOffset SentAt, uint Version);

/// <summary>What moderators have to read, officers have to answer, and what was refused. One statement. <see cref="IdeaForbidden"/>.</summary>
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
            .Where(i => i.State == IdeaState.Waiting || i.State == IdeaState.Refused || i.State == IdeaState.Shown && i.Step != IdeaStep.Done && i.Decision != IdeaDecision.No)
            .OrderBy(i => i.State).ThenByDescending(i => i.State == IdeaState.Refused ? (DateTimeOffset?)i.MovedAt : null).ThenBy(i => i.Step == IdeaStep.Sent && i.DueOn < today ? 0 : 1).ThenBy(i => i.DueOn).ThenBy(i => i.Number)
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
            r.Idea.IsAnswerLate(today), r.Idea.IsLate(today), r.Idea.Rule, r.Idea.SentAt, r.Idea.Version));
        return new IdeaQueue([.. told[IdeaState.Waiting]], [.. told[IdeaState.Shown]], [.. told[IdeaState.Refused]]);
    }
}
