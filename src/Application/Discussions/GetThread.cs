using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

/// <param name="After">Only what has changed since this sequence, in the order of the changes, at most <see cref="GetThreadHandler.MostChanges"/>.</param>
/// <param name="Page">From 1; pages of <see cref="GetThreadHandler.PageSize"/> top posts with their comments.</param>
/// <param name="At">Number of a post: the page that shows it, instead of <paramref name="Page"/>.</param>
public sealed record GetThreadQuery(string Slug, int Number, long? After = null, int Page = 1, bool NewestFirst = false, int? At = null);

/// <summary>A page of a thread in two statements, however many posts. <see cref="ThreadNotFound"/> also where the talk may not be read.</summary>
public sealed class GetThreadHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public const int PageSize = 50;
    public const int MostChanges = 50;

    public async Task<Result<ThreadView>> HandleAsync(GetThreadQuery query, CancellationToken cancellationToken)
    {
        var (me, at) = (user.Id, query.At);
        var row = await db.Set<TalkThread>()
            .AsNoTracking()
            .Where(t => t.Number == query.Number)
            .Join(db.Set<Consultation>().Where(c => c.Slug == query.Slug), t => t.ConsultationId, c => c.Id, (Thread, Consultation) => new
            {
                Thread,
                Consultation,
                TopPosts = db.Set<Post>().Count(p => p.ThreadId == Thread.Id && p.UnderNumber == null && (p.State != PostState.Held || p.AuthorId == me)),
                Older = at == null ? 0 : db.Set<Post>().Count(p =>
                    p.ThreadId == Thread.Id && p.UnderNumber == null && (p.State != PostState.Held || p.AuthorId == me)
                    && p.Number < db.Set<Post>().Where(x => x.ThreadId == Thread.Id && x.Number == at).Select(x => x.UnderNumber ?? x.Number).FirstOrDefault()),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new ThreadNotFound();
        }

        var phase = row.Consultation.PhaseAt(clock.GetUtcNow(), clock.SwedishToday());
        if (!ConsultationAccess.MayReadDiscussion(user, phase) || TalkDesk.IsWithheldFrom(user, row.Thread))
        {
            return new ThreadNotFound();
        }

        var thread = row.Thread;
        var pages = Math.Max(1, (row.TopPosts + PageSize - 1) / PageSize);
        var wanted = at is null ? query.Page : 1 + (query.NewestFirst ? Math.Max(0, row.TopPosts - 1 - row.Older) : row.Older) / PageSize;
        var page = Math.Clamp(wanted, 1, pages);
        var posts = await Select(thread.Id, query with { Page = page }).Select(Own(me)).ToListAsync(cancellationToken);
        var shown = posts.Select(p => p.Post with { Own = OwnOf(p, phase) }).ToList();
        var more = query.After is not null && shown.Count > MostChanges;
        return new ThreadView(
            thread.Id, thread.Number, ThreadAddress.Of(thread.Title, thread.Number), thread.Title, thread.OptionLetter,
            About(row.Consultation, phase), thread.Sequence, thread.PostCount, ConsultationAccess.IsTalkOpen(phase), page, pages, query.NewestFirst, more,
            more ? shown[..MostChanges] : query.After is null ? InOrder(shown, query.NewestFirst) : shown);
    }

    private static TalkAbout About(Consultation c, Phase phase) =>
        new(c.Slug, c.NameInText, phase, c.Schedule, c.PromisedAt);

    private IQueryable<Post> Select(Guid threadId, GetThreadQuery query)
    {
        var me = user.Id;
        var all = db.Set<Post>().Where(p => p.ThreadId == threadId && (p.State != PostState.Held || p.AuthorId == me));
        if (query.After is { } after)
        {
            return all.Where(p => p.ChangedSequence > after).OrderBy(p => p.ChangedSequence).Take(MostChanges + 1);
        }

        var tops = all.Where(p => p.UnderNumber == null);
        var ordered = query.NewestFirst ? tops.OrderByDescending(p => p.Number) : tops.OrderBy(p => p.Number);
        var numbers = ordered.Skip((query.Page - 1) * PageSize).Take(PageSize).Select(p => p.Number);
        return all.Where(p => numbers.Contains(p.UnderNumber ?? p.Number));
    }

    private System.Linq.Expressions.Expression<Func<Post, OwnRow>> Own(Guid? me)
    {
        var reactions = db.Set<PostReaction>();
        return p => new OwnRow
        {
            Post = new PostView(
                p.Id, p.Number, p.UnderNumber, p.ReplyToName, p.AuthorName, p.AuthorTitle, p.IsOfficial,
                p.State == PostState.Hidden ? "" : p.Text,
                p.At, p.EditedAt, p.State, p.HiddenRule, p.HiddenAt, p.IsRestored, p.ChangedSequence, p.Good, p.Thoughtful),
            IsMine = p.AuthorId == me,
            Good = me != null && reactions.Any(x => x.PostId == p.Id && x.PersonId == me && x.Kind == ReactionKind.Good),
            Thoughtful = me != null && reactions.Any(x => x.PostId == p.Id && x.PersonId == me && x.Kind == ReactionKind.Thoughtful),
        };
    }

    private OwnView? OwnOf(OwnRow row, Phase phase)
    {
        if (user.Id is null)
        {
            return null;
        }

        var until = row.Post.At + Post.EditWindow;
        var mayEdit = row.IsMine && row.Post.State != PostState.Hidden && ConsultationAccess.IsTalkOpen(phase) && clock.GetUtcNow() <= until;
        return new OwnView(row.IsMine, row.Good, row.Thoughtful, mayEdit ? until : null);
    }

    /// <summary>Top posts in the order asked for, each followed by its comments, oldest first.</summary>
    private static List<PostView> InOrder(List<PostView> posts, bool newestFirst) =>
        [.. posts
            .OrderBy(p => (p.Under ?? p.Number) * (newestFirst ? -1 : 1))
            .ThenBy(p => p.Number)];

    private sealed class OwnRow
    {
        public required PostView Post { get; init; }

        public bool IsMine { get; init; }

        public bool Good { get; init; }

        public bool Thoughtful { get; init; }
    }
}
