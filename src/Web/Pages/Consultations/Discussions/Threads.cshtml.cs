using Medborgardialog.Application.Consultations;
using Medborgardialog.Application.Discussions;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.Discussions;

/// <summary>S5: all threads of a rådslag, those with the latest posts first.</summary>
public sealed class ThreadsModel(GetConsultationHandler get, ListThreadsHandler list) : ConsultationPage(get)
{
    public ThreadList Talk { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        var found = await list.HandleAsync(new ListThreadsQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Talk = found.Value;
        return Page();
    }
}
