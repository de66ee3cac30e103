using Medborgardialog.Application.Surveys;
using Medborgardialog.Application.Surveys.Import;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>A draft from a LimeSurvey file.</summary>
public sealed class ImportModel(ImportSurveyHandler import) : OfficerPage
{
    [BindProperty(Name = "fil")]
    public IFormFile? Upload { get; set; }

    [BindProperty(Name = "rubrik")]
    public string? NewTitle { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is null)
        {
            ModelState.AddModelError("fil", "sb.import.fileMissing");
            return ShowErrors();
        }

        await using var stream = Upload.OpenReadStream();
        var imported = await import.HandleAsync(new ImportSurveyCommand(NewTitle ?? "", stream), cancellationToken);
        if (imported.IsSuccess)
        {
            return RedirectDone($"/arbetsyta/enkater/{imported.Value.Slug}/inlasning", "sb.import.made", imported.Value.Questions);
        }

        return imported.Error switch
        {
            SurveyTitleWrong wrong => Fail(wrong, "rubrik", wrong.Max),
            SurveySlugTaken => Fail(imported.Error, "rubrik"),
            LssTooLarge large => Fail(large, "fil", large.Megabytes),
            LssNotXml broken => Fail(broken, "fil", broken.Line),
            _ => Fail(imported.Error, "fil"),
        };
    }
}
