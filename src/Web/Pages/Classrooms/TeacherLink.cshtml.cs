using Medborgardialog.Application.Classrooms;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages.Classrooms;

/// <summary>The teacher's link. Looking at it shows nothing, since mail programs open links before people do; the form swaps it for a cookie.</summary>
public sealed class TeacherLinkModel(FindTeachersLessonHandler find, TeacherKeys keys) : AppPage
{
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        var found = await find.HandleAsync(new FindTeachersLessonQuery(token), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        keys.Give(HttpContext, found.Value);
        return Redirect(Local("/lektion"));
    }
}
