using Medborgardialog.Application.Themes;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Themes;

/// <summary>What reports would say, and the release of it.</summary>
public sealed class ResultModel(GetCodingResultHandler get, ReleaseCodingHandler release, ReopenCodingHandler reopen) : CodingPage
{
    public CodingResultView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken)
    {
        var released = await release.HandleAsync(new ReleaseCodingCommand(SetId), cancellationToken);
        return released.IsSuccess
            ? RedirectDone($"{Home}/resultat", "coding.releaseDone")
            : await LoadAsync(cancellationToken) ?? Refuse(released.Error);
    }

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancellationToken)
    {
        var opened = await reopen.HandleAsync(new ReopenCodingCommand(SetId), cancellationToken);
        return opened.IsSuccess ? RedirectDone(Home, "coding.reopened") : Fail(opened.Error);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetCodingResultQuery(SetId), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Title(T["coding.result"], View.Head.Title);
        return null;
    }
}
