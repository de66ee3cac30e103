using Medborgardialog.Application.Ideas;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Web.Pages.Consultations.Discussions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Ideas;

/// <summary>
/// An idea of one's own, in two steps that both work without script: written, and read through beside what is there already. What was written when the session had
/// ended stays on the page, and is there again after signing in.
/// </summary>
public sealed class NewModel(ReviewIdeaHandler review, SendIdeaHandler send, ICurrentUser me, IAntiforgery antiforgery) : TalkPage(me, antiforgery)
{
    [BindProperty(Name = "rubrik")]
    public string? Heading { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    [BindProperty(Name = "plats")]
    public string? Place { get; set; }

    [BindProperty(Name = "namn")]
    public bool MayName { get; set; }

    /// <summary>Random per form: sent twice it is one idea.</summary>
    [BindProperty(Name = "nyckel")]
    public Guid FormKey { get; set; }

    /// <summary>Not null while it is read through before sending.</summary>
    public IdeaReviewed? Reviewed { get; private set; }

    public bool IsSignedIn => Me.Id is not null;

    public bool IsResident => Me.IsResident();

    /// <summary>Somebody who is not signed in any more has sent something.</summary>
    public bool IsKept { get; private set; }

    protected override int MostKept => Idea.LongestText;

    private IdeaText Typed => new(Heading ?? "", Text ?? "", Place ?? "");

    public void OnGet()
    {
        FormKey = RandomId.New();
        (Heading, Text, Place, MayName) = (Kept("rubrik"), Kept("text"), Kept("plats"), Kept("namn") is not null);
    }

    /// <summary>From the form on to reading it through.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await StopAsync() is { } stop)
        {
            return stop;
        }

        var reviewed = await review.HandleAsync(new ReviewIdeaQuery(Typed), cancellationToken);
        if (!reviewed.IsSuccess)
        {
            return Refuse(reviewed.Error);
        }

        Reviewed = reviewed.Value;
        return Page();
    }

    /// <summary>Back to the form, with what was typed.</summary>
    public async Task<IActionResult> OnPostEditAsync() => await StopAsync() ?? Page();

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellationToken)
    {
        if (await StopAsync() is { } stop)
        {
            return stop;
        }

        if (FormKey == Guid.Empty)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        var sent = await send.HandleAsync(new SendIdeaCommand(Typed, MayName, FormKey), cancellationToken);
        if (!sent.IsSuccess)
        {
            return Refuse(sent.Error);
        }

        Forget();
        return RedirectDone("/ideer/mina", "idea.sent");
    }

    /// <summary>Not null for a form that is not ours, and for whoever is not signed in: they get the page with all they wrote, and the way to sign in.</summary>
    private async Task<IActionResult?> StopAsync()
    {
        if (await ForgedAsync() is { } forged)
        {
            return forged;
        }

        if (IsSignedIn)
        {
            return null;
        }

        IsKept = Keep(("rubrik", Heading), ("text", Text), ("plats", Place), ("namn", MayName ? "true" : null));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private IActionResult Refuse(Error error)
    {
        var faults = IdeaWords.Faults(T, error).ToList();
        faults.ForEach(f => ModelState.AddModelError(FieldOf(f.Part), f.Text));
        return faults.Count > 0 ? ShowErrors() : Fail(error, "", error is TooManyIdeasWaiting many ? [many.Most] : []);
    }

    private static string FieldOf(IdeaPart part) => part switch
    {
        IdeaPart.Title => "rubrik",
        IdeaPart.Place => "plats",
        _ => "text",
    };
}
