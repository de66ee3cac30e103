using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>S22: the task list of a draft; for what is published, how it stands.</summary>
public sealed class ShowModel(GetBuilderHandler get) : BuilderPage(get)
{
    public int TasksDone => Builder.Tasks.Count(t => t.Value == BuilderTaskState.Done);

    public BuilderTask? Next => Builder.Tasks.Where(t => t.Value != BuilderTaskState.Done).Select(t => (BuilderTask?)t.Key).FirstOrDefault();

    public bool MayBeRun => Draft.State is ConsultationState.Published or ConsultationState.Paused or ConsultationState.WithCommittee;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, "", cancellationToken) ?? Page();
}
