using Medborgardialog.Application.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>What the youth panel talks about.</summary>
public sealed class SnackModel(ListTopicsHandler topics) : PanelPage
{
    public IReadOnlyList<TopicRow> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadForMemberAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var listed = await topics.HandleAsync(new ListTopicsQuery(Panel.Slug), cancellationToken);
        Topics = listed.Value ?? [];
        return listed.IsSuccess ? Page() : Fail(listed.Error);
    }
}
