using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Medborgardialog.Web.Pages.Consultations.Discussions;

/// <summary>
/// A page with a form that may be filled in before signing in. Whoever is signed in must send the antiforgery token as everywhere;
/// whoever is not, or is not any more, can change nothing: what they typed is kept while they sign in.
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class TalkPage(ICurrentUser me, IAntiforgery antiforgery) : AppPage
{
    private const string KeptPrefix = "skrivet ";

    public ICurrentUser Me => me;

    /// <summary>More characters of a field are not kept on the way through signing in: they travel in a cookie.</summary>
    protected virtual int MostKept => 1600;

    /// <summary>Not null is the answer to give instead of carrying out the form.</summary>
    protected async Task<IActionResult?> ForgedAsync()
    {
        var genuine = me.Id is null ? FromOurPage() : await HasTokenAsync();
        return genuine ? null : StatusCode(StatusCodes.Status400BadRequest);
    }

    /// <summary>Keeps what was typed and leads to what is missing: signing in, or a name.</summary>
    /// <param name="back">Local address of the page to come back to.</param>
    protected IActionResult FirstDo(Error what, string back, params (string Name, string? Typed)[] typed)
    {
        TempData[DoneKey] = Keep(typed) ? T[what.Code] : T["write.signInAndBack"];
        var door = what is NameMissing ? "/logga-in/namn" : "/logga-in";
        return Redirect(Local($"{door}?till={Uri.EscapeDataString(back)}"));
    }

    /// <summary>Keeps what was typed until the same page is opened signed in. False when nothing was.</summary>
    protected bool Keep(params (string Name, string? Typed)[] typed)
    {
        Forget();
        var kept = typed.Where(t => !string.IsNullOrEmpty(t.Typed)).ToList();
        foreach (var (name, text) in kept)
        {
            TempData[KeptPrefix + name + Request.Path] = text!.Length > MostKept ? text[..MostKept] : text;
        }

        return kept.Count > 0;
    }

    /// <summary>What was typed before signing in; once.</summary>
    protected string? Kept(string name) => me.Id is null ? null : TempData[KeptPrefix + name + Request.Path] as string;

    /// <summary>Control characters show nothing, and some cannot be stored.</summary>
    protected static string Clean(string? text) =>
        text is null ? "" : string.Concat(text.Where(c => c is '\n' or '\r' or '\t' || !char.IsControl(c)));

    protected object[] ArgumentsOf(Error error) => error is PostTooLong tooLong ? [tooLong.Over, tooLong.Max] : [];

    private async Task<bool> HasTokenAsync()
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(HttpContext);
        }
        catch (AntiforgeryValidationException)
        {
            // The form cannot be read at all.
            return false;
        }
    }

    /// <summary>It has been sent, or other words take its place.</summary>
    protected void Forget()
    {
        foreach (var key in TempData.Keys.Where(k => k.StartsWith(KeptPrefix, StringComparison.Ordinal)).ToList())
        {
            TempData.Remove(key);
        }
    }

    /// <summary>Every browser says where a form comes from.</summary>
    private bool FromOurPage()
    {
        var site = Request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0
            ? site == "same-origin"
            : Uri.TryCreate(Request.Headers[HeaderNames.Origin], UriKind.Absolute, out var origin) && origin.Authority == Request.Host.Value;
    }
}
