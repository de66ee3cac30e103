using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Medborgardialog.Web.Pages.Consultations.AnswerFlow;

/// <summary>A step of the answer flow (S8): knows the draft that the browser holds and the receipt of what was just sent.</summary>
public abstract class AnswerPage : AppPage
{
    private const string DraftCookie = "utkast";
    private const string ReceiptCookie = "kvitto";
    private const string EditKeyCookie = "andring";
    private static readonly TimeSpan _draftLifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan _receiptLifetime = TimeSpan.FromMinutes(30);

    /// <summary>As long as somebody may think about a change.</summary>
    private static readonly TimeSpan _changeLifetime = TimeSpan.FromHours(24);

    protected string Slug => (string)RouteData.Values["slug"]!;

    /// <summary>What was filled in. A draft that began from a sent answer is there for that person alone.</summary>
    protected DraftToken? ReadDraft()
    {
        if (Request.Cookies[DraftCookie] is not { } value || value.Split('.', 2) is not [var token, var owner])
        {
            return DraftToken.Read(Request.Cookies[DraftCookie]);
        }

        return Unseal<OwnedBy>(owner)?.PersonId == Me.Id ? DraftToken.Read(token) : null;
    }

    /// <param name="owner">The person whose sent answer it began from, or null to keep what the draft had.</param>
    protected void KeepDraft(DraftToken token, Guid? owner = null)
    {
        var text = token.Write();
        var had = Request.Cookies[DraftCookie] is { } before && before.StartsWith(text + ".", StringComparison.Ordinal) ? before[text.Length..] : "";
        Append(DraftCookie, text + (owner is { } person ? "." + Seal(new OwnedBy(person)) : had), _draftLifetime);
    }

    protected void ForgetDraft() => Forget(DraftCookie);

    /// <summary>Only for the person who sent it: others may use the same browser.</summary>
    protected SentAnswer? ReadReceipt() => Unseal<SentAnswer>(Request.Cookies[ReceiptCookie]) is { } sent && sent.PersonId == Me.Id ? sent : null;

    protected void KeepReceipt(SentAnswer sent) => Append(ReceiptCookie, Seal(sent), _receiptLifetime);

    /// <summary>Mode A, while a change is being made: the key that was typed at the start.</summary>
    protected string? ReadEditKey() => Unseal<OwnedKey>(Request.Cookies[EditKeyCookie]) is { } owned && owned.PersonId == Me.Id ? owned.Key : null;

    protected void KeepEditKey(string key) => Append(EditKeyCookie, Seal(new OwnedKey(Me.Id, key)), _changeLifetime);

    protected void ForgetEditKey() => Forget(EditKeyCookie);

    protected string Address(string step) => $"/radslag/{Slug}{step}";

    /// <summary>Frame of every step: the name of the rådslag in the mark, the way out, the other ways to answer.</summary>
    protected void SetFrame(string nameInText)
    {
        ViewData["MarkName"] = nameInText;
        ViewData["MarkHref"] = Local(Address(""));
        ViewData["OtherWays"] = Address("/bakgrund#andra-satt");
    }

    // Each rådslag has its own, and other pages never see them. Both languages do, so that one may change language half-way.
    private IEnumerable<string> CookiePaths => [$"/radslag/{Slug}/svara", $"{Resources.Language.EnglishPrefix}/radslag/{Slug}/svara"];

    private ICurrentUser Me => HttpContext.RequestServices.GetRequiredService<ICurrentUser>();

    /// <summary>Who said that the computer is shared keeps nothing in it when the browser is closed.</summary>
    private bool IsShared =>
        HttpContext.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult is { Succeeded: true, Properties.IsPersistent: false };

    private IDataProtector Protector =>
        HttpContext.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("answer-flow");

    private void Append(string name, string value, TimeSpan lifetime)
    {
        foreach (var path in CookiePaths)
        {
            Response.Cookies.Append(name, value, new CookieOptions
            {
                Path = path, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps,
                MaxAge = IsShared ? null : lifetime,
            });
        }
    }

    private void Forget(string name)
    {
        foreach (var path in CookiePaths)
        {
            Response.Cookies.Delete(name, new CookieOptions { Path = path });
        }
    }

    private string Seal<T>(T content) => Protector.Protect(JsonSerializer.Serialize(content));

    private T? Unseal<T>(string? text)
        where T : class
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize<T>(Protector.Unprotect(text));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record OwnedBy(Guid PersonId);

    /// <param name="PersonId">Null when the key was typed before signing in.</param>
    private sealed record OwnedKey(Guid? PersonId, string Key);

    /// <param name="PersonId">Who sent it.</param>
    /// <param name="EditKey">Mode A only: shown once.</param>
    /// <param name="NewEditKey">Mode A, first time.</param>
    public sealed record SentAnswer(Guid PersonId, string ReceiptCode, DateTimeOffset At, bool Changed, string? EditKey, bool NewEditKey);
}
