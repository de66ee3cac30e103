using Medborgardialog.Application.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>What people wrote, to be read by the officers and by nobody else.</summary>
public sealed class WrittenModel(ReadWrittenAnswersHandler read) : AppPage
{
    public string Slug { get; private set; } = "";

    /// <summary>Null while the result is sealed.</summary>
    public WrittenAnswersView? Shown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        Slug = slug;
        var found = await read.HandleAsync(new ReadWrittenAnswersQuery(slug), cancellationToken);
        Shown = found.Value;
        return found.IsSuccess ? Page() : Fail(found.Error);
    }
}
