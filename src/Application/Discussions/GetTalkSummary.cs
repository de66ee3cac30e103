using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record GetTalkSummaryQuery(Guid ConsultationId);

/// <param name="Latest">The three threads with the latest posts.</param>
public sealed record TalkSummary(int Threads, int Posts, IReadOnlyList<LatestThread> Latest);

/// <param name="Address">Last part of the thread's address: below <c>/radslag/{slug}/diskussion/</c>.</param>
/// <param name="Opening">The first post that can be read, at most 200 characters; empty when there is none.</param>
public sealed record LatestThread(
    Guid Id, int Number, string Address, string Title, string Opening, int Posts, DateTimeOffset LatestAt, bool IsAnsweredByOfficial);

/// <summary>How lively the talk is, for a page that has already decided that the rådslag may be seen. One statement.</summary>
public sealed class GetTalkSummaryHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<TalkSummary>> HandleAsync(GetTalkSummaryQuery query, CancellationToken cancellationToken)
    {
        var threads = db.Set<TalkThread>().Where(t => t.ConsultationId == query.ConsultationId && t.PostCount > 0);
        var latest = await threads
            .OrderByDescending(t => t.LatestAt)
            .Take(3)
            .Select(t => new
            {
                t.Id,
                t.Number,
                t.Title,
                t.PostCount,
                t.LatestAt,
                t.IsAnsweredByOfficial,
                Opening = db.Set<Post>().Where(p => p.ThreadId == t.Id && p.State == PostState.Visible)
                    .OrderBy(p => p.Number).Select(p => p.Text.Substring(0, 200)).FirstOrDefault(),
                Threads = threads.Count(),
                Posts = threads.Sum(x => x.PostCount),
            })
            .ToListAsync(cancellationToken);
        return new TalkSummary(
            latest.Count == 0 ? 0 : latest[0].Threads,
            latest.Count == 0 ? 0 : latest[0].Posts,
            [.. latest.Select(t => new LatestThread(
                t.Id, t.Number, ThreadAddress.Of(t.Title, t.Number), t.Title, t.Opening ?? "", t.PostCount, t.LatestAt, t.IsAnsweredByOfficial))]);
    }
}
