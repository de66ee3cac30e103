using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Promises;
using Medborgardialog.Application.Traces;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Medborgardialog.Web.Pages;

/// <summary>
/// Kvittokod: is the answer in the count, what has come of it (F2), and was the promise kept (F4)? Works without sign-in, shows no choice, neither of the answer nor
/// of an earlier vote. The code is posted, never in an address.
/// </summary>
public sealed class ReceiptModel(GetReceiptTraceHandler get, VotePromiseHandler vote) : AppPage
{
    [BindProperty(Name = "kvittokod")]
    public string? Code { get; set; }

    [BindProperty(Name = "hollet")]
    public PromiseChoice? Choice { get; set; }

    [BindProperty(Name = "varfor")]
    public string? Why { get; set; }

    /// <summary>Null before a code has been sent.</summary>
    public ReceiptTrace? Found { get; private set; }

    public bool HasVoted { get; private set; }

    /// <summary>An answer that was replaced has no vote: its person has another receipt.</summary>
    public PromiseFormView? Promise => Found is { Status: ReceiptStatus.Current, Trace: { } trace } ? new PromiseFormView(Code!, trace.Promise, Choice, HasVoted) : null;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => Response.Headers.CacheControl = "no-store";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError("kvittokod", T["err.required"]);
            return ShowErrors();
        }

        await FindAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostPromiseAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError("kvittokod", T["err.required"]);
            return ShowErrors();
        }

        var said = await vote.HandleAsync(new VotePromiseCommand(Code, Choice, Why), cancellationToken);
        await FindAsync(cancellationToken);
        if (said.IsSuccess)
        {
            // What was said is not shown again, so that the page proves nothing to somebody who looks on.
            (Choice, Why, HasVoted) = (null, null, true);
            ModelState.Clear();
            return Page();
        }

        return said.Error switch
        {
            PromiseChoiceMissing missing => Fail(missing, "hollet"),
            PromiseWhyTooLong tooLong => Fail(tooLong, "varfor", tooLong.Over, tooLong.Max),
            PromiseReceiptUnknown unknown => Fail(unknown, "kvittokod"),
            var other => Fail(other),
        };
    }

    private async Task FindAsync(CancellationToken cancellationToken) =>
        Found = (await get.HandleAsync(new GetReceiptTraceQuery(Code), cancellationToken)).Value!;
}
