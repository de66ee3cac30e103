using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
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

    protected string Slug => (string)RouteData.Values["slug"]!;

    protected DraftToken? ReadDraft() => DraftToken.Read(Request.Cookies[DraftCookie]);

    protected void KeepDraft(DraftToken token) => Append(DraftCookie, token.Write(), _draftLifetime);

    protected void ForgetDraft() => Response.Cookies.Delete(DraftCookie, new CookieOptions { Path = CookiePath });

    protected SentAnswer? ReadReceipt() => Unseal<SentAnswer>(ReceiptCookie);

    protected void KeepReceipt(SentAnswer sent) => Append(ReceiptCookie, Seal(sent), _receiptLifetime);

    /// <summary>Mode A, while a change is being made: the key that was typed at the start.</summary>
    protected string? ReadEditKey() => Unseal<string>(EditKeyCookie);

    protected void KeepEditKey(string key) => Append(EditKeyCookie, Seal(key), _receiptLifetime);

    protected void ForgetEditKey() => Response.Cookies.Delete(EditKeyCookie, new CookieOptions { Path = CookiePath });

    protected string Address(string step) => $"/radslag/{Slug}{step}";

    /// <summary>Frame of every step: the name of the rådslag in the mark, the way out, the other ways to answer.</summary>
    protected void SetFrame(string nameInText)
    {
        ViewData["MarkName"] = nameInText;
        ViewData["MarkHref"] = Local(Address(""));
        ViewData["OtherWays"] = Address("/bakgrund#andra-satt");
    }

    // Each rådslag has its own, and other pages never see them.
    private string CookiePath => $"/radslag/{Slug}/svara";

    private IDataProtector Protector =>
        HttpContext.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("answer-flow");

    private void Append(string name, string value, TimeSpan lifetime) => Response.Cookies.Append(name, value, new CookieOptions
    {
        Path = CookiePath, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = Request.IsHttps, MaxAge = lifetime,
    });

    private string Seal<T>(T content) => Protector.Protect(JsonSerializer.Serialize(content));

    private T? Unseal<T>(string cookie)
        where T : class
    {
        try
        {
            return Request.Cookies[cookie] is { } value ? JsonSerializer.Deserialize<T>(Protector.Unprotect(value)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <param name="EditKey">Mode A only: shown once.</param>
    /// <param name="NewEditKey">Mode A, first time.</param>
    public sealed record SentAnswer(string ReceiptCode, DateTimeOffset At, bool Changed, string? EditKey, bool NewEditKey);
}
