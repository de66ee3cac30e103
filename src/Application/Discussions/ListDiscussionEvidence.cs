using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record ListDiscussionEvidenceQuery(Guid ConsultationId);

public sealed record DiscussionEvidence(IReadOnlyList<EvidencePost> Posts, IReadOnlyList<EvidenceTheme> Themes);

/// <param name="Thread">Title of the thread.</param>
/// <param name="ReplyTo">The post it comments on.</param>
/// <param name="Text">Empty for a hidden post: what was hidden is nobody's evidence.</param>
/// <param name="AnsweredAt">The first such comment; null where there is none.</param>
/// <param name="AnsweredByOfficial">An official has commented on it, or below it where it is a top post.</param>
public sealed record EvidencePost(
    Guid Id, string Thread, Guid AuthorId, bool IsOfficial, Guid? ReplyTo, string Text, DateTimeOffset At, bool IsHidden,
    bool AnsweredByOfficial, int Reactions, IReadOnlyList<Guid> ThemeIds, DateTimeOffset? AnsweredAt = null);

public sealed record EvidenceTheme(Guid Id, string Name);

/// <summary>
/// What was said, for the report: every post that was published, in the order of threads and time. Called by jobs, which act
/// for nobody, and by staff; never shown as it is. Two statements. Posts that wait for a moderator are not in it.
/// </summary>
public sealed class ListDiscussionEvidenceHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<DiscussionEvidence>> HandleAsync(ListDiscussionEvidenceQuery query, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Post>()
            .AsNoTracking()
            .Where(p => p.ConsultationId == query.ConsultationId && p.State != PostState.Held)
            .Join(db.Set<TalkThread>(), p => p.ThreadId, t => t.Id, (p, t) => new { Post = p, t.Title, Thread = t.Number })
            .OrderBy(r => r.Thread).ThenBy(r => r.Post.Number)
            .ToListAsync(cancellationToken);
        var themes = await db.Set<TalkTheme>()
            .Where(t => t.ConsultationId == query.ConsultationId)
            .OrderBy(t => t.Order)
            .Select(t => new EvidenceTheme(t.Id, t.Name))
            .ToListAsync(cancellationToken);
        var official = rows.Where(r => r.Post.IsOfficial && r.Post.State == PostState.Visible).ToList();
        var answered = official.Where(r => r.Post.ReplyTo is not null).GroupBy(r => r.Post.ReplyTo!.Value).ToDictionary(g => g.Key, g => g.Min(r => r.Post.At));
        var answeredBelow = official.Where(r => r.Post.UnderNumber is not null)
            .GroupBy(r => (r.Post.ThreadId, r.Post.UnderNumber!.Value)).ToDictionary(g => g.Key, g => g.Min(r => r.Post.At));
        return new DiscussionEvidence(
            [.. rows.Select(r => new EvidencePost(
                r.Post.Id, r.Title, r.Post.AuthorId, r.Post.IsOfficial, r.Post.ReplyTo,
                r.Post.State == PostState.Hidden ? "" : r.Post.Text, r.Post.At, r.Post.State == PostState.Hidden,
                answered.ContainsKey(r.Post.Id) || answeredBelow.ContainsKey((r.Post.ThreadId, r.Post.Number)),
                r.Post.Good + r.Post.Thoughtful, r.Post.ThemeIds, First(r.Post)))],
            themes);

        DateTimeOffset? First(Post post) => (answered.TryGetValue(post.Id, out var to), answeredBelow.TryGetValue((post.ThreadId, post.Number), out var below)) switch
        {
            (true, true) => to < below ? to : below,
            (true, false) => to,
            (false, true) => below,
            _ => null,
        };
    }
}
