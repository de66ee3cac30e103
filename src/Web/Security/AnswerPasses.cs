using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Microsoft.AspNetCore.DataProtection;

namespace Medborgardialog.Web.Security;

/// <summary>
/// Two sealed cookies with the dialogues that this browser may answer and for whom; the server keeps nothing. A letter code's pass, and that of a class, lives
/// for four hours at most and no longer than the browser is open: the code can be typed again, and nothing typed is lost. An open door's pass is all that is known of
/// who answered, and stays. Whether a person of a frame may still answer is asked again when the answer is given.
/// </summary>
internal sealed class AnswerPasses(IHttpContextAccessor accessor, IDataProtectionProvider protection, TimeProvider clock) : IAnswerPasses
{
    public const string Cookie = "svarskort";
    private const string OpenCookie = "svarsdorr";

    /// <summary>More dialogues than a person answers in a day; the oldest goes first, so that the cookie stays small.</summary>
    private const int Most = 8;

    /// <summary>Most passes lack most of it, and eight must fit in a cookie.</summary>
    private static readonly JsonSerializerOptions _short = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private static readonly TimeSpan _codeLifetime = TimeSpan.FromHours(4);
    private static readonly TimeSpan _openLifetime = TimeSpan.FromDays(90);
    private readonly IDataProtector _protector = protection.CreateProtector("answer-passes");

    public AnswerPass? Find(Guid dialogueId) =>
        (Read(Cookie, _codeLifetime).LastOrDefault(p => p.DialogueId == dialogueId) ?? Read(OpenCookie, _openLifetime).LastOrDefault(p => p.DialogueId == dialogueId))
            is { } found ? new AnswerPass(found.PersonId, found.Door, found.DraftSecret, found.Code, found.Unit) { OwnerSecret = found.OwnerSecret, LessonId = found.LessonId, Account = found.Account } : null;

    public void Give(Guid dialogueId, AnswerPass pass)
    {
        var (cookie, lifetime) = pass.Door == AnswerDoor.Open ? (OpenCookie, _openLifetime) : (Cookie, _codeLifetime);
        Write(
            cookie,
            [.. Read(cookie, lifetime).Where(p => p.DialogueId != dialogueId).TakeLast(Most - 1), new Kept(dialogueId, pass.PersonId, pass.Door, pass.DraftSecret, clock.GetUtcNow(), pass.Code, pass.Unit, pass.OwnerSecret, pass.LessonId, pass.Account)]);
    }

    public void Forget(Guid dialogueId)
    {
        Write(Cookie, [.. Read(Cookie, _codeLifetime).Where(p => p.DialogueId != dialogueId)]);
        Write(OpenCookie, [.. Read(OpenCookie, _openLifetime).Where(p => p.DialogueId != dialogueId)]);
    }

    public void Forget(AnswerDoor door)
    {
        var kept = Read(Cookie, _codeLifetime);
        if (kept.Exists(p => p.Door == door))
        {
            Write(Cookie, [.. kept.Where(p => p.Door != door)]);
        }
    }

    private void Write(string cookie, List<Kept> passes)
    {
        var context = accessor.HttpContext ?? throw new InvalidOperationException("A pass is given to a browser.");

        // For whoever asks in the same request.
        context.Items[cookie] = passes;
        context.Response.Cookies.Append(cookie, _protector.Protect(JsonSerializer.Serialize(passes, _short)), new CookieOptions
        {
            HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/",
            MaxAge = cookie == OpenCookie ? _openLifetime : null,
        });
    }

    private List<Kept> Read(string cookie, TimeSpan lifetime)
    {
        if (accessor.HttpContext is not { } context)
        {
            return [];
        }

        if (context.Items[cookie] is List<Kept> given)
        {
            return given;
        }

        try
        {
            var now = clock.GetUtcNow();
            return context.Request.Cookies[cookie] is { } value
                ? [.. JsonSerializer.Deserialize<List<Kept>>(_protector.Unprotect(value))!.Where(p => p.At <= now && now - p.At < lifetime)]
                : [];
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException)
        {
            return [];
        }
    }

    /// <param name="At">When the pass was given.</param>
    private sealed record Kept(Guid DialogueId, Guid PersonId, AnswerDoor Door, string? DraftSecret, DateTimeOffset At, string? Code, string? Unit = null, string? OwnerSecret = null, Guid? LessonId = null, Guid? Account = null);
}
