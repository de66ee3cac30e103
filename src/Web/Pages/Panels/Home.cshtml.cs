using Medborgardialog.Application.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>S18, S19: the wave that waits, what came of the last, and what is good to know.</summary>
public sealed class HomeModel(ListTopicsHandler topics) : PanelPage
{
    /// <summary>Most topics on the first page.</summary>
    private const int MostTopics = 3;

    public IReadOnlyList<TopicRow> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadForMemberAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (Panel.IsYouth)
        {
            Topics = [.. ((await topics.HandleAsync(new ListTopicsQuery(Panel.Slug), cancellationToken)).Value ?? []).Take(MostTopics)];
        }

        return Page();
    }
}
