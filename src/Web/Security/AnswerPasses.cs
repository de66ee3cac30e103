using System.Globalization;
using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Microsoft.AspNetCore.DataProtection;

namespace Medborgardialog.Web.Security;

/// <summary>
/// Keeps each pass in a protected cookie of its own. One for a letter code lives for a day and no longer than the browser is open:
/// the code can be typed again. One for an open door is all that is known of who answered, and stays.
/// </summary>
internal sealed class AnswerPasses(IHttpContextAccessor accessor, IDataProtectionProvider protection, TimeProvider clock) : IAnswerPasses
{
    private static readonly TimeSpan _codeLifetime = TimeSpan.FromHours(24);
    private static readonly TimeSpan _openLifetime = TimeSpan.FromDays(90);
    private readonly Dictionary<Guid, AnswerPass?> _given = [];

    private IDataProtector Protector => protection.CreateProtector("answer-pass");

    public AnswerPass? Find(Guid dialogueId)
    {
        if (_given.TryGetValue(dialogueId, out var given))
        {
            return given;
        }

        if (accessor.HttpContext?.Request.Cookies[Name(dialogueId)] is not { } text || Read(text) is not { } read || read.DialogueId != dialogueId)
        {
            return null;
        }

        var age = clock.GetUtcNow() - read.GivenAt;
        return age < (read.Pass.Door == AnswerDoor.Open ? _openLifetime : _codeLifetime) ? read.Pass : null;
    }

    public void Give(Guid dialogueId, AnswerPass pass)
    {
        _given[dialogueId] = pass;
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{dialogueId:N} {pass.PersonId:N} {(int)pass.Door} {clock.GetUtcNow().ToUnixTimeSeconds()}");
        accessor.HttpContext!.Response.Cookies.Append(Name(dialogueId), Protector.Protect(text), Options(
            accessor.HttpContext.Request, pass.Door == AnswerDoor.Open ? _openLifetime : null));
    }

    public void Forget(Guid dialogueId)
    {
        _given[dialogueId] = null;
        accessor.HttpContext!.Response.Cookies.Delete(Name(dialogueId), Options(accessor.HttpContext.Request, null));
    }

    private static string Name(Guid dialogueId) => $"svar-{dialogueId:N}";

    private static CookieOptions Options(HttpRequest request, TimeSpan? lifetime) => new()
    {
        Path = "/", HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = request.IsHttps, MaxAge = lifetime,
    };

    private (Guid DialogueId, AnswerPass Pass, DateTimeOffset GivenAt)? Read(string text)
    {
        try
        {
            return Protector.Unprotect(text).Split(' ') is [var dialogue, var person, var door, var at]
                ? (Guid.ParseExact(dialogue, "N"),
                    new AnswerPass(Guid.ParseExact(person, "N"), (AnswerDoor)int.Parse(door, CultureInfo.InvariantCulture)),
                    DateTimeOffset.FromUnixTimeSeconds(long.Parse(at, CultureInfo.InvariantCulture)))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
