using Medborgardialog.Application.Frames;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Frames;

/// <summary>Somebody has called: a new code, or none. Searching is a form that is posted, since the whole code may be pasted into it.</summary>
public sealed class CodeModel(
    GetFrameHandler get, FindCodeHandler find, FindPeopleHandler findPeople, ReissueCodeHandler reissue, RevokeCodeHandler revoke) : FramePage(get)
{
    [BindProperty]
    public string? Selector { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Part of a name to look for.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Those with such a name.</summary>
    public IReadOnlyList<PersonListed> People { get; private set; } = [];

    public CodeFound? Found { get; private set; }

    /// <summary>The new code, in the answer to the form that made it and nowhere else.</summary>
    public CodeReissued? Made { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, string slug, CancellationToken cancellationToken) =>
        await LoadAsync(kind, slug, T["frame.code.title"], cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostFindAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(kind, slug, T["frame.code.title"], cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await find.HandleAsync(new FindCodeQuery(kind, slug, Selector), cancellationToken);
        if (found.Value is { } code)
        {
            // A whole code that was pasted does not stay in the page.
            Found = code;
            ModelState.Remove(nameof(Selector));
            Selector = code.Selector;
        }

        return found.IsSuccess ? Page() : Fail(found.Error, nameof(Selector));
    }

    public async Task<IActionResult> OnPostNameAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(kind, slug, T["frame.code.title"], cancellationToken) is { } refused)
        {
            return refused;
        }

        var found = await findPeople.HandleAsync(new FindPeopleCommand(kind, slug, Name), cancellationToken);
        People = found.Value ?? [];
        return found.IsSuccess ? Page() : Fail(found.Error, nameof(Name));
    }

    public async Task<IActionResult> OnPostReissueAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        var made = await reissue.HandleAsync(new ReissueCodeCommand(kind, slug, Selector, PlainText.Clean(Reason ?? "")), cancellationToken);
        if (!made.IsSuccess)
        {
            return await ExplainAsync(kind, slug, made.Error, cancellationToken);
        }

        // A page without a form, which nothing else keeps out of caches.
        Response.Headers.CacheControl = "no-store";
        Made = made.Value;
        return await LoadAsync(kind, slug, T["frame.code.title"], cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string kind, string slug, CancellationToken cancellationToken)
    {
        var revoked = await revoke.HandleAsync(new RevokeCodeCommand(kind, slug, Selector, PlainText.Clean(Reason ?? "")), cancellationToken);
        return revoked.IsSuccess
            ? RedirectDone($"/arbetsyta/{kind}/{slug}/urval", "frame.code.revoked")
            : await ExplainAsync(kind, slug, revoked.Error, cancellationToken);
    }

    private async Task<IActionResult> ExplainAsync(string kind, string slug, Error error, CancellationToken cancellationToken)
    {
        if (await LoadAsync(kind, slug, T["frame.code.title"], cancellationToken) is { } refused)
        {
            return refused;
        }

        Found = (await find.HandleAsync(new FindCodeQuery(kind, slug, Selector), cancellationToken)).Value;
        return Fail(error, error is FramePersonNotFound ? nameof(Selector) : error is CodeReasonMissing ? nameof(Reason) : "");
    }
}
