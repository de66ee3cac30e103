using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Classrooms;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Web.Pages.Answers;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages.Classrooms;

/// <summary>
/// Where a class types its code. Looking at the page takes no place; only the form does, and it swaps the code for a pass that this browser alone
/// holds.
/// </summary>
public sealed class IndexModel(EnterLessonHandler enter, IAnswerPasses passes, CodeLimits limits) : AppPage
{
    private const string Field = "kod";

    [BindProperty(Name = Field)]
    public string? Code { get; set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Slips are caught by the check symbol and cost nothing: a whole class types from one network.
        var network = HttpContext.Connection.RemoteIpAddress;
        if (!limits.MayTry(network))
        {
            ModelState.AddModelError(Field, T[new CodeLocked().Code]);
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }

        var entered = await enter.HandleAsync(new EnterLessonCommand(Code), cancellationToken);
        if (!entered.IsSuccess)
        {
            if (entered.Error is ClassCodeUnknown)
            {
                limits.CountWrong(network);
            }

            return Fail(entered.Error, Field);
        }

        if (entered.Value.IsNew)
        {
            AnswerPage.ForgetAll(Response, entered.Value.Survey);
        }

        passes.Give(entered.Value.SurveyId, entered.Value.Pass);
        return Redirect(Local($"/klass/fragor/{entered.Value.Survey.Slug}"));
    }
}
