using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record ListPanelPostsQuery(Guid? Topic);

/// <param name="Waiting">What nobody has read, the oldest first.</param>
/// <param name="Topics">All topics of the panels that talk.</param>
/// <param name="Shown">What can be read in the chosen topic, the latest first; refused posts too.</param>
public sealed record PanelPostQueue(IReadOnlyList<WaitingPost> Waiting, IReadOnlyList<ModeratedTopic> Topics, IReadOnlyList<WaitingPost> Shown);

/// <param name="Flags">See <see cref="TextFlags"/>.</param>
public sealed record WaitingPost(
    Guid Id, string Topic, string Name, string Text, IReadOnlyList<string> Flags, PanelPostState State, HouseRule? Rule, int? Step, bool IsOfficial, DateTimeOffset At);

public sealed record ModeratedTopic(Guid Id, string Panel, string PanelSlug, string Title, bool IsForIdeas);

/// <summary>For moderators: what the young have written and nobody has read. Three statements. <see cref="PanelForbidden"/>.</summary>
public sealed class ListPanelPostsHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    private const int Most = 100;

    public async Task<Result<PanelPostQueue>> HandleAsync(ListPanelPostsQuery query, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayModerate(user))
        {
            return new PanelForbidden();
        }

        var topics = await db.Set<PanelTopic>().AsNoTracking().Join(db.Set<Panel>(), t => t.PanelId, p => p.Id, (t, p) => new { Topic = t, Panel = p })
            .OrderBy(t => t.Panel.Slug).ThenBy(t => t.Topic.Number).ToListAsync(cancellationToken);
        var titles = topics.ToDictionary(t => t.Topic.Id, t => t.Topic.Title);
        var posts = await db.Set<PanelPost>().AsNoTracking()
            .Where(p => p.State == PanelPostState.Waiting || p.TopicId == query.Topic)
            .OrderBy(p => p.WrittenAt).Take(Most).ToListAsync(cancellationToken);
        var told = posts.Select(p => new WaitingPost(
            p.Id, titles[p.TopicId], p.Name, p.Text, TextFlags.Of(p.Text), p.State, p.Rule, p.Step, p.IsOfficial, p.DecidedAt ?? p.WrittenAt)).ToList();
        return new PanelPostQueue(
            [.. told.Where(p => p.State == PanelPostState.Waiting)],
            [.. topics.Select(t => new ModeratedTopic(t.Topic.Id, t.Panel.Settings.Name, t.Panel.Slug, t.Topic.Title, t.Topic.IsForIdeas))],
            [.. told.Where(p => p.State != PanelPostState.Waiting).Reverse()]);
    }
}
