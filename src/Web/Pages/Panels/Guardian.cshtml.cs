using Medborgardialog.Application.Panels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>A guardian says yes or no. Looking at the page spends nothing: mail programs open links before people do.</summary>
public sealed class GuardianModel(GetGuardianQuestionHandler get, AnswerAsGuardianHandler answer) : AppPage
{
    public GuardianQuestion Question { get; private set; } = null!;

    public bool? SaidYes { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
    }

    public Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken) => ShowAsync(token, null, cancellationToken);

    public Task<IActionResult> OnPostYesAsync(string token, CancellationToken cancellationToken) => ShowAsync(token, true, cancellationToken);

    public Task<IActionResult> OnPostNoAsync(string token, CancellationToken cancellationToken) => ShowAsync(token, false, cancellationToken);

    private async Task<IActionResult> ShowAsync(string token, bool? yes, CancellationToken cancellationToken)
    {
        var question = await get.HandleAsync(new GetGuardianQuestionQuery(token), cancellationToken);
        if (!question.IsSuccess)
        {
            return Fail(question.Error);
        }

        (Question, SaidYes) = (question.Value, yes);
        ViewData["MarkName"] = Question.Settings.Name;
        ViewData["BodyClass"] = Question.Kind == Domain.Panels.PanelKind.Youth ? "ung" : null;
        if (yes is { } said && await answer.HandleAsync(new AnswerAsGuardianCommand(token, said), cancellationToken) is { IsSuccess: false } failed)
        {
            return Fail(failed.Error);
        }

        return Page();
    }
}
