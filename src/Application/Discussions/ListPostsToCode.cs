using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

/// <param name="ThreadIds">Those whose posts are wanted; null for the threads alone.</param>
public sealed record ListPostsToCodeQuery(Guid ConsultationId, IReadOnlyCollection<Guid>? ThreadIds = null);

/// <param name="Address">Path of the thread, below the rådslag.</param>
/// <param name="Posts">Posts that can be read and do not come from the municipality.</param>
public sealed record ThreadToCode(Guid Id, string Title, string Address, int Posts);

public sealed record PostToCode(Guid Id, Guid ThreadId, int Number, Guid AuthorId, string Text);

public sealed record TalkToCode(IReadOnlyList<ThreadToCode> Threads, IReadOnlyList<PostToCode> Posts);

/// <summary>What residents have said where everyone can read it, for sorting into themes. Called by officers' use cases and by jobs, never shown as it is. Two statements.</summary>
public sealed class ListPostsToCodeHandler(IAppDbContext db) : IUseCase
{
    public async Task<TalkToCode> HandleAsync(ListPostsToCodeQuery query, CancellationToken cancellationToken)
    {
        var readable = db.Set<Post>().Where(p => p.ConsultationId == query.ConsultationId && p.State == PostState.Visible && !p.IsOfficial);
        var threads = await db.Set<TalkThread>()
            .Where(t => t.ConsultationId == query.ConsultationId).OrderBy(t => t.Number)
            .Select(t => new { t.Id, t.Title, t.Number, Posts = readable.Count(p => p.ThreadId == t.Id) })
            .ToListAsync(cancellationToken);
        var posts = query.ThreadIds is not { } wanted ? [] : await readable
            .Where(p => wanted.Contains(p.ThreadId)).OrderBy(p => p.Id)
            .Select(p => new PostToCode(p.Id, p.ThreadId, p.Number, p.AuthorId, p.Text))
            .ToListAsync(cancellationToken);
        return new TalkToCode(
            [.. threads.Where(t => t.Posts > 0).Select(t => new ThreadToCode(t.Id, t.Title, ThreadAddress.Of(t.Title, t.Number), t.Posts))], posts);
    }
}
