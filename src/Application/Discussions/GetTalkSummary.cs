using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Discussions;

public sealed record GetTalkSummaryQuery(Guid ConsultationId);

/// <param name="Latest">The three threads with the latest posts.</param>
public sealed record TalkSummary(int Threads, int Posts, IReadOnlyList<LatestThread> Latest);

/// <param name="Address">Last part of the thread's address: below <c>/radslag/{slug}/diskussion/</c>.</param>
public sealed record LatestThread(Guid Id, int Number, string Address, string Title, int Posts, DateTimeOffset LatestAt, bool IsAnsweredByOfficial);

/// <summary>How lively the talk is, for a page that has already decided that the rådslag may be seen. One statement.</summary>
public sealed class GetTalkSummaryHandler(IAppDbContext db) : IUseCase
{
    public async Task<Result<TalkSummary>> HandleAsync(GetTalkSummaryQuery query, CancellationToken cancellationToken)
    {
        var threads = await db.Set<TalkThread>()
            .Where(t => t.ConsultationId == query.ConsultationId && t.PostCount > 0)
            .OrderByDescending(t => t.LatestAt)
            .Select(t => new { t.Id, t.Number, t.Title, t.PostCount, t.LatestAt, t.IsAnsweredByOfficial })
            .ToListAsync(cancellationToken);
        return new TalkSummary(
            threads.Count,
            threads.Sum(t => t.PostCount),
            [.. threads.Take(3).Select(t => new LatestThread(
                t.Id, t.Number, ThreadAddress.Of(t.Title, t.Number), t.Title, t.PostCount, t.LatestAt, t.IsAnsweredByOfficial))]);
    }
}
