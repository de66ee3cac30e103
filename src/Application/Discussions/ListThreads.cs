using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record ListThreadsQuery(string Slug);

/// <param name="Opening">The first post that can be read, at most 200 characters; empty when there is none.</param>
public sealed record ThreadListed(
    int Number, string Address, string Title, string? OptionLetter, string Opening, string OpenedBy, int Posts, DateTimeOffset LatestAt, bool IsAnsweredByOfficial);

public sealed record ThreadList(bool IsOpen, int Posts, IReadOnlyList<ThreadListed> Threads);

/// <summary>All threads of a rådslag, those with the latest posts first, empty ones last. Two statements.</summary>
public sealed class ListThreadsHandler(IAppDbContext db, TalkDesk desk) : IUseCase
{
    public async Task<Result<ThreadList>> HandleAsync(ListThreadsQuery query, CancellationToken cancellationToken)
    {
        var place = await desk.FindAsync(query.Slug, threadNumber: null, cancellationToken);
        if (!place.IsSuccess)
        {
            return place.Error;
        }

        var (consultationId, me, moderates) = (place.Value.Consultation.Id, desk.User.Id, ConsultationAccess.MayModerate(desk.User));
        var threads = await db.Set<TalkThread>()
            .Where(t => t.ConsultationId == consultationId && (t.PostCount > 0 || !t.IsOpenedByPost || t.StartedBy == me || moderates))
            .OrderByDescending(t => t.PostCount > 0).ThenByDescending(t => t.LatestAt).ThenBy(t => t.Number)
            .Select(t => new
            {
                Thread = t,
                Opening = db.Set<Post>().Where(p => p.ThreadId == t.Id && p.State == PostState.Visible)
                    .OrderBy(p => p.Number).Select(p => new { Text = p.Text.Substring(0, 200), p.AuthorName }).FirstOrDefault(),
            })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return new ThreadList(
            ConsultationAccess.IsTalkOpen(place.Value.Phase),
            threads.Sum(t => t.Thread.PostCount),
            [.. threads.Select(t => new ThreadListed(
                t.Thread.Number, ThreadAddress.Of(t.Thread.Title, t.Thread.Number), t.Thread.Title, t.Thread.OptionLetter,
                t.Opening?.Text ?? "", t.Opening?.AuthorName ?? "", t.Thread.PostCount, t.Thread.LatestAt, t.Thread.IsAnsweredByOfficial))]);
    }
}
