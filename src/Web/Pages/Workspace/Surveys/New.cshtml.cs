using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>Starts a draft from one line.</summary>
public sealed class NewModel(CreateSurveyHandler create) : AppPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var created = await create.HandleAsync(new CreateSurveyCommand(Input.Title ?? "", Input.Slug ?? ""), cancellationToken);
        return created.IsSuccess
            ? RedirectDone($"/arbetsyta/enkater/{created.Value.Slug}", "builder.created")
            : created.Error is SurveyTitleWrong wrong ? Fail(wrong, "Input.Title", wrong.Max) : Fail(created.Error, "Input.Slug");
    }

    public sealed class Form
    {
        public string? Title { get; set; }

        public string? Slug { get; set; }
    }
}
