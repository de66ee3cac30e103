using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Medborgardialog.Web.Pages.Account;

/// <summary>Ties a code to the browser that asked for it, and keeps where the person was going. A sealed cookie that lives 15 minutes.</summary>
public sealed class SignInTicket(IDataProtectionProvider protection)
{
    private const string Cookie = "inloggning";
    private static readonly TimeSpan _lifetime = TimeSpan.FromMinutes(15);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("sign-in-ticket").ToTimeLimitedDataProtector();

    public void Write(HttpContext context, Content content) => context.Response.Cookies.Append(
        Cookie, _protector.Protect(JsonSerializer.Serialize(content), _lifetime), Options(context));

    public Content? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } value ? JsonSerializer.Deserialize<Content>(_protector.Unprotect(value)) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Cookie);

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = _lifetime,
    };

    public sealed record Content(Guid RequestId, string Email, string Back, bool SharedComputer);
}
