using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Medborgardialog.Web.Security;

/// <summary>
/// A device that an officer has made a public screen for one dialogue: a sealed cookie says so and nothing else. On such a device every
/// other address leads back to the screen, except those by which staff sign in and end it.
/// </summary>
public sealed class KioskMode(IDataProtectionProvider protection)
{
    public const string Cookie = "skarm";
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(90);
    private static readonly string[] _reachable = ["/kiosk", "/arbetsyta/kiosk", "/logga-in/personal", "/logga-ut", "/dist", "/img", "/bild", "/fel", "/tema"];
    private readonly IDataProtector _protector = protection.CreateProtector("kiosk");

    /// <summary>What the device is a kiosk for, or null.</summary>
    public KioskDevice? Find(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } value ? JsonSerializer.Deserialize<KioskDevice>(_protector.Unprotect(value)) : null;
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Begin(HttpContext context, KioskDevice kiosk) =>
        context.Response.Cookies.Append(Cookie, _protector.Protect(JsonSerializer.Serialize(kiosk)), Options(context, _lifetime));

    public void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context, null));

    /// <summary>Whether an address may be reached from a kiosk. Files have a dot in their last part.</summary>
    internal static bool IsReachable(PathString path) =>
        Array.Exists(_reachable, open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase)) || Path.HasExtension(path.Value);

    private static CookieOptions Options(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", MaxAge = lifetime,
    };
}

/// <param name="Path">Local address of the start screen.</param>
public sealed record KioskDevice(Guid DialogueId, string Path);

internal static class KioskModeRegistration
{
    public static void UseKioskMode(this WebApplication app) => app.Use((context, next) =>
    {
        if (!KioskMode.IsReachable(context.Request.Path) && context.RequestServices.GetRequiredService<KioskMode>().Find(context) is { } kiosk)
        {
            context.Response.Redirect(context.Request.PathBase + kiosk.Path);
            return Task.CompletedTask;
        }

        return next(context);
    });
}
