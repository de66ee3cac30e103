using Medborgardialog.Application.Classrooms;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Pages.Shared;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Web.Pages.Classrooms;

/// <summary>The teacher's page of one lesson: the code for the board, who is there, and how many have answered in steps. By forms alone.</summary>
public sealed class TeacherModel(TeacherKeys keys, GetTeachersLessonHandler get, IOptions<AppOptions> options) : AppPage
{
    private const string Home = "/lektion";

    /// <summary>Null when no link that holds has been opened in this browser.</summary>
    public LessonView? View { get; private set; }

    /// <summary>Where the code is typed, as people type it.</summary>
    public string Address => options.Value.BaseUrl.Split("://")[^1].TrimEnd('/') + GetClassSheetHandler.Path;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostOpenAsync([FromServices] OpenLessonHandler open, CancellationToken cancellationToken) =>
        DoAsync(pass => open.HandleAsync(new OpenLessonCommand(pass), cancellationToken), "class.done.opened", cancellationToken);

    public Task<IActionResult> OnPostCloseAsync([FromServices] CloseLessonHandler close, CancellationToken cancellationToken) =>
        DoAsync(pass => close.HandleAsync(new CloseLessonCommand(pass), cancellationToken), "class.done.closed", cancellationToken);

    /// <param name="har">Places in the list of those who are there.</param>
    public Task<IActionResult> OnPostTickAsync([FromServices] TickPupilsHandler tick, int[] har, CancellationToken cancellationToken) =>
        DoAsync(pass => tick.HandleAsync(new TickPupilsCommand(pass, har.ToHashSet()), cancellationToken), "class.done.ticked", cancellationToken);

    private async Task<IActionResult> DoAsync(Func<TeacherPass, Task<Result<Done>>> act, string done, CancellationToken cancellationToken)
    {
        if (keys.Find(HttpContext) is not { } pass)
        {
            return Redirect(Local(Home));
        }

        var outcome = await act(pass);
        if (outcome.IsSuccess)
        {
            return RedirectDone(Home, done);
        }

        await LoadAsync(cancellationToken);
        if (outcome.Error is AnswersClosed or AnswersPaused or AnswersNotOpen or AnswersCancelled)
        {
            ModelState.AddModelError("", T.Refusal(HttpContext.RequestServices.GetRequiredService<Resources.Dates>(), outcome.Error));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Fail(outcome.Error);
    }

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        View = keys.Find(HttpContext) is { } pass ? (await get.HandleAsync(new GetTeachersLessonQuery(pass), cancellationToken)).Value : null;
}
