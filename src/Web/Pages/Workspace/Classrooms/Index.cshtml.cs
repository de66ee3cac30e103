using System.Globalization;
using Medborgardialog.Application.Classrooms;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Classrooms;

/// <summary>The lessons of a survey, and a new one.</summary>
public sealed class IndexModel(ListLessonsHandler list, PlanLessonHandler plan, TimeProvider clock) : ClassroomPage
{
    public LessonList View { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Why no lesson is planned now, in words.</summary>
    public string Refused => View.Refusal is AnswersClosed or AnswersCancelled
        ? T.Refusal(HttpContext.RequestServices.GetRequiredService<Resources.Dates>(), View.Refusal)
        : T[View.Refusal!.Code] + ".";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var (today, first) = (clock.SwedishToday(), View.Survey.Times.OpenAt.SwedishDate());
        Input.Day = Typed(today > first ? today : first);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
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

        int? number = string.IsNullOrWhiteSpace(Input.Number) ? null : int.TryParse(Input.Number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var planned = await plan.HandleAsync(new PlanLessonCommand(Slug, Input.Name ?? "", day, Input.List ?? "", number), cancellationToken);
        return planned.IsSuccess ? RedirectDone($"{Home}/{planned.Value.LessonId:D}", "class.done.planned") : Explain(planned.Error);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListLessonsQuery(Slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        ViewData["Title"] = T["class.title"];
        return null;
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public string? Day { get; set; }

        public string? List { get; set; }

        public string? Number { get; set; }
    }
}
