using Medborgardialog.Application.Classrooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages.Workspace.Classrooms;

/// <summary>One lesson: its code, the teacher's link, who was away and a lesson for them.</summary>
public sealed class LessonModel(GetLessonHandler get, TimeProvider clock) : ClassroomPage
{
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public LessonView View { get; private set; } = null!;

    /// <summary>Shown in the answer to the form that made it and never again.</summary>
    public string? Link { get; private set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.Headers.CacheControl = "no-store";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input.Day = Typed(clock.SwedishToday());
        return await LoadAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostLinkAsync([FromServices] MakeTeacherLinkHandler make, CancellationToken cancellationToken)
    {
        var made = await make.HandleAsync(new MakeTeacherLinkCommand(Slug, Id), cancellationToken);
        Input.Day = Typed(clock.SwedishToday());
        ModelState.Clear();
        Link = made.Value?.Link;
        return await LoadAsync(cancellationToken) ?? (made.IsSuccess ? Page() : Explain(made.Error));
    }

    public async Task<IActionResult> OnPostAgainAsync([FromServices] AskAbsentAgainHandler again, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var day = ReadDay("Input.Day", Input.Day);
        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var planned = await again.HandleAsync(new AskAbsentAgainCommand(Slug, Id, day), cancellationToken);
        return planned.IsSuccess ? RedirectDone($"{Home}/{planned.Value.LessonId:D}", "class.done.again") : Explain(planned.Error);
    }

    public async Task<IActionResult> OnPostRemoveAsync([FromServices] RemoveLessonHandler remove, CancellationToken cancellationToken)
    {
        var removed = await remove.HandleAsync(new RemoveLessonCommand(Slug, Id), cancellationToken);
        return removed.IsSuccess ? RedirectDone(Home, "class.done.removed") : await LoadAsync(cancellationToken) ?? Explain(removed.Error);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetLessonQuery(Slug, Id), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        ViewData["Title"] = T["class.lesson", View.Lesson.Name];
        return null;
    }

    public sealed class Form
    {
        public string? Day { get; set; }
    }
}
