using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record GetTopicQuery(string Slug, int Number);

public sealed record TopicView(int Number, string Title, bool IsForIdeas, IReadOnlyList<PanelPostView> Posts);

/// <param name="IsMine">Of whoever asks; what waits or was refused is there for its author alone.</param>
public sealed record PanelPostView(
    Guid Id, string Name, string Text, bool IsOfficial, bool IsMine, PanelPostState State, HouseRule? Rule, int? Step, DateTimeOffset At);

/// <summary>For members. Errors: those of <see cref="MemberDesk"/>, <see cref="TopicNotFound"/>.</summary>
public sealed class GetTopicHandler(IAppDbContext db, MemberDesk desk, ITexts texts) : IUseCase
{
    public async Task<Result<TopicView>> HandleAsync(GetTopicQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.MemberAsync(query.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (panel, member) = found.Value;
        var topic = await db.Set<PanelTopic>().AsNoTracking().SingleOrDefaultAsync(t => t.PanelId == panel.Id && t.Number == query.Number, cancellationToken);
        if (topic is null)
        {
            return new TopicNotFound();
        }

        var posts = await db.Set<PanelPost>().AsNoTracking()
            .Where(p => p.TopicId == topic.Id && (p.State == PanelPostState.Shown || p.MemberId == member.Id))
            .OrderBy(p => p.DecidedAt ?? DateTimeOffset.MaxValue).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        return new TopicView(
            topic.Number, topic.Title, topic.IsForIdeas,
            [.. posts.Select(p => new PanelPostView(p.Id, PanelPostName.Of(p, texts), p.Text, p.IsOfficial, p.MemberId == member.Id, p.State, p.Rule, p.Step, p.DecidedAt ?? p.WrittenAt))]);
    }
}
