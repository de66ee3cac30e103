using System.Security.Cryptography;
using System.Text.Json;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages.Answers;

/// <summary>
/// A step of the answer flow (S8, S13), the same for rådslag and surveys: knows the dialogue, who answers, the draft that the browser
/// holds and the receipt of what was just sent. A page calls <see cref="FindAsync"/> before anything else.
/// </summary>
public abstract class AnswerPage : AppPage
{
    private const string DraftCookie = "utkast";
    private const string WaitingCookie = "vantar";
    private const string ReceiptCookie = "kvitto";
    private const string EditKeyCookie = "andring";
    private const string LanguageCookie = "fragesprak";
    private const string SurveyPrefix = "/enkater";
    private static readonly TimeSpan _draftLifetime = TimeSpan.FromDays(30);
    private static readonly TimeSpan _receiptLifetime = TimeSpan.FromMinutes(30);

    /// <summary>As long as somebody may think about a change.</summary>
    private static readonly TimeSpan _changeLifetime = TimeSpan.FromHours(24);

    private DraftToken? _draft;

    public AnswerDefinition Definition { get; private set; } = null!;

    /// <summary>Who answers; null when more must be proved before it can be sent.</summary>
    public Participant? Participant { get; private set; }

    /// <summary>The questions as whoever answers gets them.</summary>
    public Domain.Ballots.Route Questions => Definition.RouteOf(Participant);

    /// <summary>The code that opened the dialogue in this browser has been revoked or exchanged, or its own time is over.</summary>
    public bool HasCodeEnded { get; private set; }

    /// <summary>Two addresses lead to each step: below <c>/radslag/{slug}/svara</c> and below <c>/enkater/{slug}</c>.</summary>
    public DialogueSlug Dialogue => new(
        Request.Path.StartsWithSegments(SurveyPrefix, StringComparison.OrdinalIgnoreCase) ? DialogueKind.Survey : DialogueKind.Consultation,
        (string)RouteData.Values["slug"]!);

    public bool IsSurvey => Dialogue.Kind == DialogueKind.Survey;

    /// <summary>
    /// What is filled in here belongs to a code that no longer opens anything in this browser: nothing of it is shown or changed until the code is
    /// typed again, and what is filled in meanwhile waits beside it.
    /// </summary>
    public bool NeedsCodeAgain => Participant is null && DraftOwner is { Door: AnswerDoor.LetterCode };

    /// <summary>BCP 47 tag of the language that the questions are shown in.</summary>
    public string QuestionLanguage { get; private set; } = "sv";

    /// <summary>Local address of a step, without the language prefix; <c>""</c> for the first.</summary>
    public string Step(string step) => (IsSurvey ? Dialogue.Path : Dialogue.Path + "/svara") + step;

    /// <summary>Answers and receipts are nobody else's: no copy of a page is kept in the computer.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.Headers.CacheControl = "no-store";

    /// <summary>Loads the dialogue and sets the frame. Null when all is well, otherwise what to show.</summary>
    protected async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        var handler = HttpContext.RequestServices.GetRequiredService<FindDialogueHandler>();
        var found = await handler.HandleAsync(new FindDialogueQuery(Dialogue), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        (Definition, Participant, HasCodeEnded) = (found.Value.Definition, found.Value.Participant, HasCodeEnded || found.Value.HasCodeEnded);
        if (found.Value.HasCodeEnded)
        {
            HttpContext.RequestServices.GetRequiredService<IAnswerPasses>().Forget(Definition.DialogueId);
            if (Definition.Group is { } panel)
            {
                // Of another member, or of one who has left: what was filled in here is not for whoever comes now. The way in is by the panel.
                ForgetAll(Response, Dialogue);
                return Redirect(Local(panel.Path + "/hem"));
            }
        }

        var wanted = Request.Cookies[LanguageCookie] ?? System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        QuestionLanguage = Definition.Languages.Contains(wanted) ? wanted : "sv";
        ViewData["MarkName"] = Definition.Group?.Name ?? Definition.NameInText;
        ViewData["MarkHref"] = Local(Definition.Group is { } group ? group.Path + "/hem" : Dialogue.Path);
        ViewData["BodyClass"] = Definition.Group?.IsYouth == true ? "ung" : null;
        ViewData["OtherWays"] = IsSurvey ? Dialogue.Path + "#andra" : Dialogue.Path + "/bakgrund#andra-satt";
        await TakeInAsync(cancellationToken);
        return null;
    }

    /// <summary>Whoever comes in now finds nothing of those before on the same device.</summary>
    internal static void ForgetAll(HttpResponse response, DialogueSlug survey)
    {
        foreach (var cookie in (string[])[DraftCookie, WaitingCookie, ReceiptCookie, EditKeyCookie])
        {
            foreach (var path in (string[])[survey.Path, Resources.Language.EnglishPrefix + survey.Path])
            {
                response.Cookies.Delete(cookie, new CookieOptions { Path = path });
            }
        }
    }

    /// <summary>"Jag är klar på den här datorn": whoever comes next finds neither answers nor a way to them. The handler of a step calls it.</summary>
    protected async Task<IActionResult> LeaveAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        HttpContext.RequestServices.GetRequiredService<IAnswerPasses>().Forget(Definition.DialogueId);
        foreach (var cookie in (string[])[DraftCookie, WaitingCookie, ReceiptCookie, EditKeyCookie, LanguageCookie])
        {
            Forget(cookie);
        }

        if (HttpContext.RequestServices.GetRequiredService<ICurrentUser>().IsResident())
        {
            await HttpContext.SignOutAsync(Session.Scheme);
        }

        return RedirectDone(Dialogue.Path, "leave.done");
    }

    /// <summary>To where the code is typed, and from there back to a step.</summary>
    protected RedirectResult ToCode(string step)
    {
        TempData[DoneKey] = T[HasCodeEnded ? "code.ended" : "code.again"];
        return Redirect(Local($"/svara?till={Uri.EscapeDataString(Step(step))}"));
    }

    /// <param name="language">One of the survey's, or another for Swedish.</param>
    protected void KeepLanguage(string language) => Append(LanguageCookie, language, _draftLifetime);

    /// <summary>What was filled in. A draft that began from a sent answer is there for that person alone.</summary>
    protected DraftToken? ReadDraft()
    {
        if (_draft is not null || NeedsCodeAgain)
        {
            return _draft ?? ReadWaiting(DraftOwner!.PersonId);
        }

        var (token, owner) = ReadOwned(DraftCookie);
        return owner is null || owner.PersonId == Participant?.Id ? token ?? Participant?.Draft : Participant?.Draft;
    }

    /// <param name="owner">The person whose sent answer it began from, or null to keep what the draft had.</param>
    protected void KeepDraft(DraftToken token, Guid? owner = null)
    {
        var text = token.Write();
        if (NeedsCodeAgain)
        {
            Append(WaitingCookie, $"{text}.{Seal(DraftOwner!)}", _draftLifetime);
            return;
        }

        // Who came with a code is another person with the next code, and begins anew; so is the next member of a panel at the same device.
        owner ??= Participant?.Door is AnswerDoor.LetterCode or AnswerDoor.Classroom or AnswerDoor.Panel ? Participant.Id : null;
        _draft = token;
        var had = Request.Cookies[DraftCookie] is { } before && before.StartsWith(text + ".", StringComparison.Ordinal) ? before[text.Length..] : "";
        Append(DraftCookie, text + (owner is { } person ? "." + Seal(new OwnedBy(person, Participant?.Door)) : had), _draftLifetime);
    }

    protected void ForgetDraft()
    {
        Forget(DraftCookie);
        Forget(WaitingCookie);
    }

    /// <summary>As <see cref="KeepDraft"/>, where somebody begins or opens something: anew, whoever has begun here before.</summary>
    protected void BeginDraft(DraftToken token, Guid? owner = null)
    {
        if (NeedsCodeAgain)
        {
            Append(DraftCookie, token.Write(), _draftLifetime);
        }
        else
        {
            KeepDraft(token, owner);
        }
    }

    /// <summary>Whether there is anything to go on with. At most one statement.</summary>
    protected async Task<bool> HasBegunAsync(CancellationToken cancellationToken) =>
        ReadDraft() is { } token
        && (await HttpContext.RequestServices.GetRequiredService<GetDraftHandler>().HandleAsync(new GetDraftQuery(Dialogue, token), cancellationToken)).Value!.Sheet.Answers.Count > 0;

    /// <summary>Only for the person who sent it: others may use the same browser.</summary>
    protected SentAnswer? ReadReceipt() =>
        Unseal<SentAnswer>(Request.Cookies[ReceiptCookie]) is { } sent && sent.PersonId == Participant?.Id ? sent : null;

    protected void KeepReceipt(SentAnswer sent) => Append(ReceiptCookie, Seal(sent), _receiptLifetime);

    /// <summary>Mode A, while a change is being made: the key that was typed at the start.</summary>
    protected string? ReadEditKey() =>
        Unseal<OwnedKey>(Request.Cookies[EditKeyCookie]) is { } owned && owned.PersonId == Participant?.Id ? owned.Key : null;

    protected void KeepEditKey(string key) => Append(EditKeyCookie, Seal(new OwnedKey(Participant?.Id, key)), _changeLifetime);

    protected void ForgetEditKey() => Forget(EditKeyCookie);

    private OwnedBy? DraftOwner => ReadOwned(DraftCookie).Owner;

    private (DraftToken? Token, OwnedBy? Owner) ReadOwned(string cookie) =>
        Request.Cookies[cookie]?.Split('.', 2) is { } parts
            ? (DraftToken.Read(parts[0]), parts.Length > 1 ? Unseal<OwnedBy>(parts[1]) ?? new OwnedBy(Guid.Empty, null) : null)
            : (null, null);

    private DraftToken? ReadWaiting(Guid person) => ReadOwned(WaitingCookie) is { Token: { } token, Owner: { } owner } && owner.PersonId == person ? token : null;

    /// <summary>
    /// Who has typed a code meets everything filled in so far: what lies where the code leads, what waited while the code was away, and what
    /// was filled in here before there was one.
    /// </summary>
    private async Task TakeInAsync(CancellationToken cancellationToken)
    {
        if (_draft is not null || Participant is not { Draft: { } own } person)
        {
            return;
        }

        var (here, owner) = ReadOwned(DraftCookie);
        var waited = ReadWaiting(person.Id);
        if ((waited ?? (owner is null ? here : null)) is not { } beside)
        {
            return;
        }

        var into = owner?.PersonId == person.Id ? here ?? own : own;
        await HttpContext.RequestServices.GetRequiredService<MergeDraftsHandler>().HandleAsync(
            new MergeDraftsCommand(Dialogue, into, beside, FromIsLater: waited is not null), cancellationToken);
        KeepDraft(into);
        Forget(WaitingCookie);
    }

    // Each dialogue has its own, and other pages never see them. Both languages do, so that one may change language half-way.
    private IEnumerable<string> CookiePaths => [Step(""), Resources.Language.EnglishPrefix + Step("")];

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

    /// <param name="Door">How the person came in; null in cookies older than this.</param>
    private sealed record OwnedBy(Guid PersonId, AnswerDoor? Door);

    /// <param name="PersonId">Null when the key was typed before signing in.</param>
    private sealed record OwnedKey(Guid? PersonId, string Key);

    /// <param name="PersonId">Who sent it.</param>
    /// <param name="EditKey">Mode A only: shown once.</param>
    /// <param name="NewEditKey">Mode A, first time.</param>
    public sealed record SentAnswer(Guid PersonId, string ReceiptCode, DateTimeOffset At, bool Changed, string? EditKey, bool NewEditKey);
}
