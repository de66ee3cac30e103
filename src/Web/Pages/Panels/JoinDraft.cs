using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>What somebody has filled in on the way into a panel, sealed in the browser; the server keeps nothing before it is sent.</summary>
/// <param name="Panel">Slug.</param>
/// <param name="Age">0 before it is told.</param>
/// <param name="HasRole">Holds a role that may not be combined with membership; null before it is told.</param>
/// <param name="Name">Empty before it is chosen.</param>
/// <param name="Offered">Aliases to choose among, the same after a reload.</param>
/// <param name="Background">Null before it is told or skipped.</param>
internal sealed record JoinDraft(
    string Panel, int Age, bool? HasRole, string Name, IReadOnlyList<string> Offered, IReadOnlyDictionary<string, string>? Background, string Guardian)
{
    private const string Cookie = "ansokan";
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(2);

    public static JoinDraft Read(HttpContext context, string panel)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } sealedText
                && JsonSerializer.Deserialize<JoinDraft>(Protector(context).Unprotect(sealedText)) is { } draft && draft.Panel == panel ? draft : Empty(panel);
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return Empty(panel);
        }
    }

    public void Keep(HttpContext context) => context.Response.Cookies.Append(Cookie, Protector(context).Protect(JsonSerializer.Serialize(this)), new CookieOptions
    {
        HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = _lifetime,
    });

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/" });

    private static JoinDraft Empty(string panel) => new(panel, 0, null, "", [], null, "");

    private static IDataProtector Protector(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("join-panel");
}
