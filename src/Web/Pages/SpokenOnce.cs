using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Medborgardialog.Web.Pages;

/// <summary>
/// Keeps what is said once in a cookie, as the framework does, but leaves alone a visitor who has no such cookie and is told
/// nothing. The framework deletes the cookie in every answer that has looked for it, and an answer that sets a cookie is nobody
/// else's: no page could be shared between visitors.
/// </summary>
internal sealed class SpokenOnce(CookieTempDataProvider cookie) : ITempDataProvider
{
    public const string CookieName = "klart";

    public IDictionary<string, object> LoadTempData(HttpContext context) => cookie.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Count > 0 || context.Request.Cookies.ContainsKey(CookieName))
        {
            cookie.SaveTempData(context, values);
        }
    }
}
