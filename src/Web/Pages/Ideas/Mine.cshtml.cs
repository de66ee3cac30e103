using Medborgardialog.Application.Ideas;
using Medborgardialog.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Ideas;

/// <summary>One's own ideas, those that nobody else sees included: being named, being mailed, and taking back.</summary>
public sealed class MineModel(ListMyIdeasHandler list, WishAboutIdeaHandler wish, WithdrawIdeaHandler withdraw, ICurrentUser me) : AppPage
{
    /// <summary>Null for those who cannot have any.</summary>
    public IReadOnlyList<MyIdea>? Ideas { get; private set; }

    public bool IsSignedIn => me.Id is not null;

    [BindProperty(Name = "nummer")]
    public int Number { get; set; }

    [BindProperty(Name = "namn")]
    public bool MayName { get; set; }

    [BindProperty(Name = "mejl")]
    public bool WantsMail { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostWishAsync(CancellationToken cancellationToken) =>
        await EndAsync(await wish.HandleAsync(new WishAboutIdeaCommand(Number, MayName, WantsMail), cancellationToken), "idea.wished", cancellationToken);

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        await EndAsync(await withdraw.HandleAsync(new WithdrawIdeaCommand(Number), cancellationToken), "idea.withdrawn", cancellationToken);

    private async Task<IActionResult> EndAsync(Result<Done> result, string done, CancellationToken cancellationToken)
    {
        if (result.IsSuccess)
        {
            return RedirectDone("/ideer/mina", done);
        }

        await LoadAsync(cancellationToken);
        return Fail(result.Error);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListMyIdeasQuery(), cancellationToken);
        Ideas = found.IsSuccess ? found.Value : null;
    }
}
