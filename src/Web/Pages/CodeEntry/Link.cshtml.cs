using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages.CodeEntry;

/// <summary>
/// The personal link of a mail or a text message. Mail programs and virus scanners open links before people do, so looking at the page asks
/// nothing and spends nothing, and says nothing of whether the link is one; only the form swaps it for a cookie (trust T07).
/// </summary>
public sealed class LinkModel(OpenDialogueWithLinkHandler open, IAnswerPasses passes, IServiceProvider services) : AppPage
{
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers.CacheControl = "no-store";
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancellationToken)
    {
        var opened = await open.HandleAsync(new OpenDialogueWithLinkCommand(token), cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error switch
            {
                CodeNotYetOpen { OpensAt: { } at } => Explain(T["code.notYetOpenUntil", services.GetRequiredService<Dates>().Moment(at)]),
                CodeUnknown => Explain(T["send.link.unknown"]),
                _ => Fail(opened.Error),
            };
        }

        // Who came by a link of an earlier message or a code goes on with what is begun in this browser.
        if (passes.Find(opened.Value.DialogueId) is not { } held || held.PersonId != opened.Value.PersonId || held.Code != opened.Value.Code)
        {
            passes.Give(opened.Value.DialogueId, new AnswerPass(opened.Value.PersonId, AnswerDoor.LetterCode, opened.Value.DraftSecret, opened.Value.Code, opened.Value.Unit));
        }

        return Redirect(Local(opened.Value.AnswerPath));
    }

    private IActionResult Explain(string sentence)
    {
        ModelState.AddModelError("", sentence);
        return ShowErrors();
    }
}
