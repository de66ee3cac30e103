using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medborgardialog.Web.Pages;

/// <summary>S32: what happened, what is kept, what to do. Reads nothing from the database, so that it can be shown when that is the fault.</summary>
[IgnoreAntiforgeryToken]
public sealed class FaultModel : PageModel
{
    private static readonly int[] _known = [400, 401, 403, 404, 409, 413, 429, 500, 503];

    public int Code { get; private set; }

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = _known.Contains(code) ? code : code is >= 400 and < 500 ? 400 : 500;
        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
    }
}
