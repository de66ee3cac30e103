using Medborgardialog.Application.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>A question that comes last in the survey.</summary>
public sealed class NewQuestionModel(GetSurveyBuilderHandler get, WriteSurveyQuestionHandler write) : QuestionPage(get, write)
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await FindAsync(slug, null, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input.Complete(Draft.Languages);
        return Page();
    }

    /// <param name="visa">Set by the button that shows the fields of the chosen kind.</param>
    public Task<IActionResult> OnPostAsync(string slug, string? visa, CancellationToken cancellationToken) =>
        WriteAsync(slug, null, visa is not null, cancellationToken);
}
