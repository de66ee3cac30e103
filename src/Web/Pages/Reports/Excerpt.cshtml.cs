using Medborgardialog.Application.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Reports;

/// <summary>The words behind a quote, and nothing else of who wrote them.</summary>
public sealed class ExcerptModel(GetExcerptHandler get) : AppPage
{
    public Excerpt Excerpt { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid publicId, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetExcerptQuery(publicId), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Excerpt = found.Value;
        return Page();
    }
}
