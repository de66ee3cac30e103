using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Moderation;

/// <summary>What was decided, and on what.</summary>
/// <param name="PostId">For taking it back.</param>
public sealed record CaseDecided(Guid PostId, int Number, string Thread);

/// <summary>What a moderator had before them when they decided, so that nobody decides on something else than they read.</summary>
/// <param name="Decisions">How many decisions there were on the post.</param>
/// <param name="EditedAt">When its author last changed it.</param>
public sealed record PostSeen(int Decisions, DateTimeOffset? EditedAt);

/// <summary>The steps that hiding, publishing and restoring have in common: may this person, the thread's turn, the log, the case.</summary>
public sealed class ModerationDesk(IAppDbContext db, ICurrentUser user, IThreadTurn turn, IOutbox outbox, TimeProvider clock)
{
    /// <summary>
    /// Decides on a post. Errors: <see cref="ModerationForbidden"/>, <see cref="PostNotFound"/>, <see cref="CaseTaken"/>,
    /// <see cref="DecidedMeanwhile"/>, <see cref="TextChangedMeanwhile"/> and those of <paramref name="change"/>.
    /// </summary>
    /// <param name="change">Changes the post; it is called with the thread's row locked.</param>
    internal async Task<Result<CaseDecided>> DecideAsync(
        Guid postId, PostSeen? seen, CaseOutcome outcome, HouseRule? rule, string reason,
        Func<TalkThread, Post, ModerationDecision, Task> change, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayModerate(user))
        {
            return new ModerationForbidden();
        }

        var threadId = await db.Set<Post>().Where(p => p.Id == postId).Select(p => (Guid?)p.ThreadId).SingleOrDefaultAsync(cancellationToken);
        return threadId is null
            ? new PostNotFound()
            : await turn.TakeAsync(threadId.Value, thread => ChangeAsync(thread, postId, seen, outcome, rule, reason, change, cancellationToken), cancellationToken);
    }

    private async Task<Result<CaseDecided>> ChangeAsync(
        TalkThread thread, Guid postId, PostSeen? seen, CaseOutcome outcome, HouseRule? rule, string reason,
        Func<TalkThread, Post, ModerationDecision, Task> change, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = await db.Set<Post>()
            .Where(p => p.Id == postId)
            .Select(p => new
            {
                Post = p,
                Case = db.Set<ModerationCase>().FirstOrDefault(c => c.PostId == p.Id && c.Outcome == CaseOutcome.Waiting),
                Deciders = db.Set<ModerationDecision>().Where(d => d.PostId == p.Id).OrderBy(d => d.At).Select(d => d.ModeratorName).ToList(),
            })
            .SingleAsync(cancellationToken);
        if (row.Case is { } open && open.IsTakenByOther(user.Id, now))
        {
            return new CaseTaken(open.TakenByName, open.TakenUntil!.Value);
        }

        if (seen is not null && seen.Decisions != row.Deciders.Count)
        {
            return new DecidedMeanwhile(row.Deciders.LastOrDefault() ?? "");
        }

        if (seen is not null && seen.EditedAt != row.Post.EditedAt)
        {
            return new TextChangedMeanwhile();
        }

        var before = thread.Sequence;
        var decision = new ModerationDecision(row.Post, outcome, rule, reason, user.Id!.Value, user.DisplayName ?? "", now);
        db.Set<ModerationDecision>().Add(decision);
        row.Case?.Decide(outcome, now);
        await change(thread, row.Post, decision);
        if (thread.Sequence != before)
        {
            outbox.Add(new ThreadChanged(thread.Id));
        }

        return new CaseDecided(postId, row.Post.Number, thread.Title);
    }
}
