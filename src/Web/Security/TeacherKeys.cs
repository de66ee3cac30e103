using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Classrooms;
using Microsoft.AspNetCore.DataProtection;

namespace Medborgardialog.Web.Security;

/// <summary>
/// A sealed cookie with the lesson whose teacher's link was opened in this browser. Whether the link still holds is asked of the lesson each
/// time. One lesson at a time; the next link takes its place.
/// </summary>
public sealed class TeacherKeys(IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Cookie = "lektion";
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(12);
    private readonly IDataProtector _protector = protection.CreateProtector("teacher");

    public TeacherPass? Find(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { } value && JsonSerializer.Deserialize<Kept>(_protector.Unprotect(value)) is { } kept
                && clock.GetUtcNow() - kept.At < _lifetime
                ? new TeacherPass(kept.LessonId, kept.KeyHash)
                : null;
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    public void Give(HttpContext context, TeacherPass pass) => context.Response.Cookies.Append(
        Cookie, _protector.Protect(JsonSerializer.Serialize(new Kept(pass.LessonId, pass.KeyHash, clock.GetUtcNow()))),
        new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/" });

    private sealed record Kept(Guid LessonId, byte[] KeyHash, DateTimeOffset At);
}
