using Medborgardialog.Application.Moderation;
using Medborgardialog.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Moderation;

/// <summary>A page that shows the queue, whole or beside a case, with the same choice of what to see.</summary>
public abstract class QueuePage(ListModerationQueueHandler list, TimeProvider clock) : AppPage
{
    private const string Root = "/arbetsyta/moderering";

    /// <summary>The views by their names in the address; the first is the one without a name.</summary>
    public static readonly IReadOnlyList<(string Name, QueueView View)> Views =
        [("", QueueView.Waiting), ("anmalda", QueueView.Reported), ("klara", QueueView.Done)];

    [BindProperty(Name = "vy", SupportsGet = true)]
    public string? ViewName { get; set; }

    [BindProperty(Name = "radslag", SupportsGet = true)]
    public string? Slug { get; set; }

    public ModerationQueue Queue { get; private set; } = null!;

    public QueueView View => Views.FirstOrDefault(v => v.Name == ViewName).View;

    /// <summary>Address of a case or, with null, of the queue, with the choice kept.</summary>
    public string To(Guid? caseId, string? handler = null)
    {
        var query = new QueryString();
        query = handler is null ? query : query.Add("handler", handler);
        query = View == QueueView.Waiting ? query : query.Add("vy", ViewName!);
        query = string.IsNullOrEmpty(Slug) ? query : query.Add("radslag", Slug);
        return caseId is { } id ? $"{Root}/{id:D}{query}" : $"{Root}{query}";
    }

    /// <summary>"18 min", "5 tim" or "3 dagar".</summary>
    public string Waited(DateTimeOffset since)
    {
        var waited = clock.GetUtcNow() - since;
        return waited.TotalHours < 1 ? T.Count("mod.minutes", Math.Max(1, (int)waited.TotalMinutes))
            : waited.TotalDays < 2 ? T.Count("mod.hours", (int)waited.TotalHours)
            : T.Count("mod.days", (int)waited.TotalDays);
    }

    /// <summary>Why a case is in the queue, in words.</summary>
    public string Why(IReadOnlyList<string> flags, int complaints)
    {
        var parts = flags.Select(f => T[$"mod.flag.{f}"]).ToList();
        if (complaints > 0)
        {
            parts.Add(T.Count("mod.reportedBy", complaints));
        }

        return parts.Count == 0 ? T["mod.openedByModerator"] : string.Join(" · ", parts);
    }

    protected async Task<Error?> LoadQueueAsync(CancellationToken cancellationToken)
    {
        var slug = string.IsNullOrEmpty(Slug) ? null : Slug;
        var found = await list.HandleAsync(new ListModerationQueueQuery(slug, View), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        Queue = found.Value;
        ViewData["Waiting"] = Queue.Waiting;
        return null;
    }
}
