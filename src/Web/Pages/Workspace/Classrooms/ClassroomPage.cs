using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Classrooms;

/// <summary>An officer's page about the lessons of one survey.</summary>
public abstract class ClassroomPage : OfficerPage
{
    [FromRoute(Name = "slug")]
    public string Slug { get; set; } = "";

    public string Survey => $"/arbetsyta/enkater/{Slug}";

    public string Home => $"{Survey}/klassrum";

    /// <summary>The sentence of an error, beside the field that it is about.</summary>
    protected IActionResult Explain(Error error)
    {
        switch (error)
        {
            case AnswersClosed or AnswersCancelled:
                ModelState.AddModelError("", T.Refusal(HttpContext.RequestServices.GetRequiredService<Resources.Dates>(), error));
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            case PupilNameTooLong { Line: var line }:
                return Fail(error, "Input.List", line, ClassPupil.LongestName);
            case PupilNumberRefused { Line: var line }:
                return Fail(error, "Input.List", line);
            default:
                return Fail(error, error switch { ClassNameWrong => "Input.Name", LessonDayWrong => "Input.Day", PupilsMissing => "Input.List", _ => "" });
        }
    }
}
