using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Microsoft.AspNetCore.DataProtection;

namespace Medborgardialog.Web.Security;

/// <summary>
/// A sealed cookie of the browser session with the dialogues that this browser may answer and for whom, each for at most 24 hours. The
/// server keeps nothing. Whether the person may still answer is asked again when the answer is given (<c>CheckPass</c>).
/// </summary>
internal sealed class AnswerPasses(IHttpContextAccessor accessor, IDataProtectionProvider protection, TimeProvider clock) : IAnswerPasses
{
    public const string Cookie = "svarskort";

    /// <summary>More dialogues than a person answers in a day; the oldest goes first, so that the cookie stays small.</summary>
    private const int Most = 8;

    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(24);
    private static readonly object _given = new();
    private readonly IDataProtector _protector = protection.CreateProtector("answer-passes");

    public Guid? Find(Guid dialogueId) => Read().LastOrDefault(p => p.DialogueId == dialogueId)?.PersonId;

    public void Give(Guid dialogueId, Guid personId)
    {
        var context = accessor.HttpContext ?? throw new InvalidOperationException("A pass is given to a browser.");
        List<Pass> passes = [.. Read().Where(p => p.DialogueId != dialogueId).TakeLast(Most - 1), new Pass(dialogueId, personId, clock.GetUtcNow())];

        // For whoever asks in the same request.
        context.Items[_given] = passes;
        context.Response.Cookies.Append(Cookie, _protector.Protect(JsonSerializer.Serialize(passes)), new CookieOptions
        {
            HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/",
        });
    }

    private List<Pass> Read()
    {
        if (accessor.HttpContext is not { } context)
        {
            return [];
        }

        if (context.Items[_given] is List<Pass> given)
        {
            return given;
        }

        try
        {
            var now = clock.GetUtcNow();
            return context.Request.Cookies[Cookie] is { } value
                ? [.. JsonSerializer.Deserialize<List<Pass>>(_protector.Unprotect(value))!.Where(p => p.At <= now && now - p.At < _lifetime)]
                : [];
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException)
        {
            return [];
        }
    }

    /// <param name="At">When the code was given.</param>
    private sealed record Pass(Guid DialogueId, Guid PersonId, DateTimeOffset At);
}
