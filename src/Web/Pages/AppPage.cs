using System.Globalization;
using Medborgardialog.Domain.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medborgardialog.Web.Pages;

/// <summary>A page of ours: knows how an expected failure is shown and how a form ends.</summary>
public abstract class AppPage : PageModel
{
    /// <summary>Key in <see cref="PageModel.TempData"/> of the sentence shown once after a form was carried out.</summary>
    public const string DoneKey = "done";

    protected ITexts T => HttpContext.RequestServices.GetRequiredService<ITexts>();

    /// <summary>
    /// Shows an expected failure: not found and forbidden are pages of their own; a conflict (409) or a broken rule (422)
    /// comes back as the same page with the sentence in the error summary and everything typed kept.
    /// The page must have loaded what it shows before it returns this.
    /// </summary>
    /// <param name="error">What went wrong; its code is the key of the sentence.</param>
    /// <param name="field">Name of the field it belongs to, or empty.</param>
    /// <param name="arguments">Fill {0}, {1} … of the sentence.</param>
    protected IActionResult Fail(Error error, string field = "", params object[] arguments)
    {
        switch (error)
        {
            case NotFoundError:
                return NotFound();
            case ForbiddenError:
                return StatusCode(StatusCodes.Status403Forbidden);
            default:
                ModelState.AddModelError(field, T[error.Code, arguments]);
                Response.StatusCode = error is ConflictError ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
                return Page();
        }
    }

    /// <summary>Shows the page again with the errors already in the model state.</summary>
    protected IActionResult ShowErrors()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>A form ends with a redirect and a sentence that says what happened.</summary>
    /// <param name="url">Local address, without the language prefix, such as <c>/radslag/torget</c>.</param>
    protected IActionResult RedirectDone(string url, string key, params object[] arguments)
    {
        TempData[DoneKey] = T[key, arguments];
        return Redirect(Local(url));
    }

    /// <summary>Adds the language prefix to a local address.</summary>
    protected string Local(string url) => string.Create(CultureInfo.InvariantCulture, $"{Request.PathBase}{url}");
}
