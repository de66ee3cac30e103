using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>Starts a draft from one line.</summary>
public sealed class NewModel(CreateConsultationHandler create) : AppPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var created = await create.HandleAsync(new CreateConsultationCommand(Input.Title ?? "", Input.Slug ?? ""), cancellationToken);
        return created.IsSuccess
            ? RedirectDone($"/arbetsyta/radslag/{created.Value.Slug}", "builder.created")
            : Fail(created.Error, created.Error is TitleWrong ? "Input.Title" : "Input.Slug");
    }

    public sealed class Form
    {
        public string? Title { get; set; }

        public string? Slug { get; set; }
    }
}
