using Medborgardialog.Application.Ideas;
using Medborgardialog.Web.Pages.Ideas;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Ideas;

/// <summary>Ideas that nobody has read, those on the ladder, late first answers first, and those that were refused.</summary>
public sealed class IndexModel(ListIdeaQueueHandler list) : AppPage
{
    public IdeaQueue Queue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListIdeaQueueQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Queue = found.Value;
        return Page();
    }

    /// <summary>Where it stands, whose it is and when something is due.</summary>
    public string LineOf(QueuedIdea idea)
    {
        var dates = HttpContext.RequestServices.GetRequiredService<Dates>();
        var parts = new List<string> { IdeaWords.Stands(T, idea.Step, idea.Decision) };
        if (idea.DueOn is { } due)
        {
            parts.Add(T[idea.Step == Domain.Ideas.IdeaStep.Sent ? "idea.answerBy" : "idea.nextBy", dates.Day(due)]);
        }

        if (idea.Committee is { } committee)
        {
            parts.Add(committee);
        }

        parts.AddRange(idea.Flags.Select(f => T[$"mod.flag.{f}"]));
        return string.Join(" · ", parts);
    }
}
