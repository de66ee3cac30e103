using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Moderation;

public sealed record GetCaseQuery(Guid CaseId);

/// <summary>A post in its context. Opinions, answers and other dialogues of the author are not shown.</summary>
/// <param name="Context">One post before, the post commented on, and one post after, in order, without the post itself.</param>
/// <param name="PostsHere">Posts by the same author in this rådslag.</param>
public sealed record CaseView(
    Guid CaseId, Guid PostId, int Number, string Thread, string ThreadAddress, string Slug, string Consultation, string AuthorName, string Text,
    DateTimeOffset At, PostState State, IReadOnlyList<string> Flags, IReadOnlyList<string> Complaints, DateTimeOffset OpenedAt,
    CaseOutcome Outcome, PostSeen Seen, string? TakenByOther, DateTimeOffset? TakenUntil,
    IReadOnlyList<ContextPost> Context, int PostsHere, int HiddenHere, IReadOnlyList<PastDecision> History);

public sealed record ContextPost(int Number, string AuthorName, string Text);

public sealed record PastDecision(CaseOutcome Outcome, HouseRule? Rule, string Reason, string By, DateTimeOffset At);

/// <summary>Two statements. <see cref="ModerationForbidden"/>, <see cref="CaseNotFound"/>.</summary>
public sealed class GetCaseHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<CaseView>> HandleAsync(GetCaseQuery query, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayModerate(user))
        {
            return new ModerationForbidden();
        }

        var row = await db.Set<ModerationCase>()
            .AsNoTracking()
            .Where(c => c.Id == query.CaseId)
            .Join(db.Set<Post>(), c => c.PostId, p => p.Id, (c, p) => new { Case = c, Post = p })
            .Join(db.Set<TalkThread>(), r => r.Post.ThreadId, t => t.Id, (r, t) => new { r.Case, r.Post, Thread = t })
            .Join(db.Set<Consultation>(), r => r.Thread.ConsultationId, c => c.Id, (r, c) => new
            {
                r.Case,
                r.Post,
                r.Thread,
                c.Slug,
                Name = c.ShortTitle == "" ? c.Title : c.ShortTitle,
                Complaints = db.Set<Complaint>().Where(x => x.PostId == r.Post.Id && x.Text != "").OrderBy(x => x.At).Select(x => x.Text).ToList(),
                History = db.Set<ModerationDecision>().Where(d => d.PostId == r.Post.Id).OrderByDescending(d => d.At)
                    .Select(d => new PastDecision(d.Outcome, d.Rule, d.Reason, d.ModeratorName, d.At)).ToList(),
                PostsHere = db.Set<Post>().Count(p => p.ConsultationId == c.Id && p.AuthorId == r.Post.AuthorId && p.State == PostState.Visible),
                HiddenHere = db.Set<Post>().Count(p => p.ConsultationId == c.Id && p.AuthorId == r.Post.AuthorId && p.State == PostState.Hidden),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new CaseNotFound();
        }

        var (now, post) = (clock.GetUtcNow(), row.Post);
        return new CaseView(
            row.Case.Id, post.Id, post.Number, row.Thread.Title, ThreadAddressOf(row.Thread), row.Slug, row.Name, post.AuthorName, post.Text,
            post.At, post.State, row.Case.Flags, row.Complaints, row.Case.OpenedAt, row.Case.Outcome, new PostSeen(row.History.Count, post.EditedAt),
            row.Case.IsTakenByOther(user.Id, now) ? row.Case.TakenByName : null, row.Case.TakenUntil,
            await ContextAsync(post, cancellationToken), row.PostsHere, row.HiddenHere, row.History);
    }

    private static string ThreadAddressOf(TalkThread thread) => Discussions.ThreadAddress.Of(thread.Title, thread.Number);

    private Task<List<ContextPost>> ContextAsync(Post post, CancellationToken cancellationToken)
    {
        var visible = db.Set<Post>().Where(p => p.ThreadId == post.ThreadId && p.State == PostState.Visible);
        var before = visible.Where(p => p.Number < post.Number).OrderByDescending(p => p.Number).Take(1).Select(p => p.Number);
        var after = visible.Where(p => p.Number > post.Number).OrderBy(p => p.Number).Take(1).Select(p => p.Number);
        return visible
            .Where(p => before.Contains(p.Number) || after.Contains(p.Number) || p.Id == post.ReplyTo)
            .OrderBy(p => p.Number)
            .Select(p => new ContextPost(p.Number, p.AuthorName, p.Text))
            .ToListAsync(cancellationToken);
    }
}
