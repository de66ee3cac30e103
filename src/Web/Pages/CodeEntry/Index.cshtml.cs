using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Web.Pages.Account;
using Medborgardialog.Web.Resources;
using Medborgardialog.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Medborgardialog.Web.Pages.CodeEntry;

/// <summary>
/// S13: the code from the letter. Looking at the page, with whatever address, reads no code and spends none; only the form does, and it
/// swaps the code for a cookie (trust T07).
/// </summary>
public sealed class IndexModel(OpenDialogueWithCodeHandler open, IAnswerPasses passes, CodeLimits limits, IServiceProvider services) : AppPage
{
    private const string Field = "kod";

    [BindProperty(Name = Field)]
    public string? Code { get; set; }

    /// <summary>A step of the dialogue that the code turns out to open; anything else is left out of account.</summary>
    [BindProperty(Name = "till", SupportsGet = true)]
    public string? Back { get; set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.Headers["Referrer-Policy"] = "no-referrer";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var network = HttpContext.Connection.RemoteIpAddress;
        if (!limits.MayTry(network))
        {
            return Locked();
        }

        var opened = await open.HandleAsync(new OpenDialogueWithCodeCommand(Code, limits.HasGuessedWrong(network)), cancellationToken);
        if (opened.IsSuccess)
        {
            passes.Give(opened.Value.DialogueId, new AnswerPass(opened.Value.PersonId, AnswerDoor.LetterCode, opened.Value.DraftSecret, opened.Value.Code, opened.Value.Unit));
            var path = opened.Value.AnswerPath;
            return Redirect(Local(BackAddress.Safe(Back).StartsWith(path + "/", StringComparison.Ordinal) ? Back! : path));
        }

        if (opened.Error is CodeUnknown)
        {
            limits.CountWrong(network);
        }

        return opened.Error switch
        {
            CodeLocked => Locked(),
            CodeNotYetOpen { OpensAt: { } at } => Explain(T["code.notYetOpenUntil", services.GetRequiredService<Dates>().Moment(at)]),
            _ => Fail(opened.Error, Field),
        };
    }

    private PageResult Explain(string sentence)
    {
        ModelState.AddModelError(Field, sentence);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private PageResult Locked()
    {
        var page = Explain(T[new CodeLocked().Code]);
        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return page;
    }
}
