using Medborgardialog.Application.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>Surveys that come back: the programmes and a new one.</summary>
public sealed class ProgrammesModel(ListProgrammesHandler list, CreateProgrammeHandler create) : AppPage
{
    public IReadOnlyList<ProgrammeRow> Programmes { get; private set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var created = await create.HandleAsync(new CreateProgrammeCommand(Name ?? ""), cancellationToken);
        if (created.IsSuccess)
        {
            return RedirectDone($"/arbetsyta/enkater/program/{created.Value}", "programme.created");
        }

        return await LoadAsync(cancellationToken) ?? (created.Error is ProgrammeNameWrong wrong ? Fail(wrong, "Name", wrong.Max) : Fail(created.Error, "Name"));
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListProgrammesQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Programmes = found.Value.Programmes;
        return null;
    }
}
