using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record ListPanelPostsQuery(Guid? Topic);

/// <param name="Waiting">What nobody has read, the oldest first, at most 100.</param>
/// <param name="AllWaiting">How many there are in all.</param>
/// <param name="Topics">All topics of the panels that talk.</param>
/// <param name="Shown">What can be read in the chosen topic, the latest first, at most 100; refused posts too.</param>
public sealed record PanelPostQueue(IReadOnlyList<WaitingPost> Waiting, int AllWaiting, IReadOnlyList<ModeratedTopic> Topics, IReadOnlyList<WaitingPost> Shown);

/// <param name="Flags">See <see cref="TextFlags"/>.</param>
public sealed record WaitingPost(
    Guid Id, string Topic, string Name, string Text, IReadOnlyList<string> Flags, PanelPostState State, HouseRule? Rule, int? Step, bool IsOfficial, DateTimeOffset At);

public sealed record ModeratedTopic(Guid Id, string Panel, string PanelSlug, string Title, bool IsForIdeas);

/// <summary>For moderators: what the young have written and nobody has read. Four statements at most. <see cref="PanelForbidden"/>.</summary>
public sealed class ListPanelPostsHandler(IAppDbContext db, ICurrentUser user, ITexts texts) : IUseCase
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
        var posts = db.Set<PanelPost>().AsNoTracking();
        var waiting = await posts.Where(p => p.State == PanelPostState.Waiting).OrderBy(p => p.WrittenAt).Take(Most).ToListAsync(cancellationToken);
        var all = waiting.Count < Most ? waiting.Count : await posts.CountAsync(p => p.State == PanelPostState.Waiting, cancellationToken);
        var read = query.Topic is not { } topic ? [] : await posts.Where(p => p.TopicId == topic && p.State != PanelPostState.Waiting)
            .OrderByDescending(p => p.WrittenAt).Take(Most).ToListAsync(cancellationToken);
        return new PanelPostQueue(
            [.. waiting.Select(Told)],
            all,
            [.. topics.Select(t => new ModeratedTopic(t.Topic.Id, t.Panel.Settings.Name, t.Panel.Slug, t.Topic.Title, t.Topic.IsForIdeas))],
            [.. read.Select(Told)]);

        WaitingPost Told(PanelPost p) => new(
            p.Id, titles[p.TopicId], PanelPostName.Of(p, texts), p.Text, TextFlags.Of(p.Text), p.State, p.Rule, p.Step, p.IsOfficial, p.DecidedAt ?? p.WrittenAt);
    }
}
