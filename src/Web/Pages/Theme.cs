namespace Medborgardialog.Web.Pages;

/// <summary>Light, dark or as the device: a cookie that only says how the page looks.</summary>
public static class Theme
{
    private const string Cookie = "tema";

    /// <returns><c>ljust</c>, <c>mork</c>, or null for as the device.</returns>
    public static string? Of(HttpContext context) =>
        context.Request.Cookies[Cookie] is "ljust" or "mork" ? context.Request.Cookies[Cookie] : null;

    public static void MapTheme(this WebApplication app) => app.MapPost("/utseende", async (HttpContext context) =>
    {
        if (!context.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var theme = form["tema"].ToString();
        if (theme is "ljust" or "mork")
        {
            context.Response.Cookies.Append(Cookie, theme, new CookieOptions
            {
                HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(400),
            });
        }
        else
        {
            context.Response.Cookies.Delete(Cookie);
        }

        return Results.LocalRedirect(Account.BackAddress.Safe(form["till"]));
    }).AllowAnonymous().DisableAntiforgery();
}
