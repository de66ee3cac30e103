using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record ListTopicsQuery(string Slug);

/// <param name="First">The first post that is shown; empty before there is one.</param>
/// <param name="Posts">Posts that are shown.</param>
public sealed record TopicRow(int Number, string Title, bool IsForIdeas, string First, int Posts, bool IsAnswered);

/// <summary>What the panel talks about, the latest post first. For members; two statements beside those of <see cref="MemberDesk"/>.</summary>
public sealed class ListTopicsHandler(IAppDbContext db, MemberDesk desk) : IUseCase
{
    public async Task<Result<IReadOnlyList<TopicRow>>> HandleAsync(ListTopicsQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.MemberAsync(query.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var panel = found.Value.Panel.Id;
        var rows = await db.Set<PanelTopic>().AsNoTracking().Where(t => t.PanelId == panel)
            .Select(t => new
            {
                t.Number, t.Title, t.IsForIdeas, t.OpenedAt,
                First = db.Set<PanelPost>().Where(p => p.TopicId == t.Id && p.State == PanelPostState.Shown).OrderBy(p => p.DecidedAt).Select(p => p.Text).FirstOrDefault(),
                Latest = db.Set<PanelPost>().Where(p => p.TopicId == t.Id && p.State == PanelPostState.Shown).Max(p => p.DecidedAt),
                Posts = db.Set<PanelPost>().Count(p => p.TopicId == t.Id && p.State == PanelPostState.Shown),
                IsAnswered = db.Set<PanelPost>().Any(p => p.TopicId == t.Id && p.MemberId == null),
            })
            .ToListAsync(cancellationToken);
        return rows.OrderByDescending(r => r.Latest ?? r.OpenedAt).Select(r => new TopicRow(r.Number, r.Title, r.IsForIdeas, r.First ?? "", r.Posts, r.IsAnswered)).ToList();
    }
}
