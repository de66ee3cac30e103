using Medborgardialog.Application.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>The member's own page: the term, which waves one has answered, the terms, and the way out.</summary>
public sealed class MembershipModel(RenewMembershipHandler renew, AcceptTermsHandler accept, ListMyWavesHandler list) : PanelPage
{
    /// <summary>Which waves the member has answered; never what.</summary>
    public IReadOnlyList<MyWave> Waves { get; private set; } = [];

    [BindProperty(Name = "villkor")]
    public int ConsentVersion { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostStayAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var renewed = await renew.HandleAsync(new RenewMembershipCommand(Panel.Slug, ConsentVersion), cancellationToken);
        return renewed.IsSuccess ? RedirectDone(At("/hem"), "panel.renewed") : Fail(renewed.Error);
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var accepted = await accept.HandleAsync(new AcceptTermsCommand(Panel.Slug, ConsentVersion), cancellationToken);
        return accepted.IsSuccess ? RedirectDone(At("/hem"), "panel.accepted") : Fail(accepted.Error);
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancellationToken)
    {
        if (await LoadForMemberAsync(cancellationToken) is { } other)
        {
            return other;
        }

        Waves = (await list.HandleAsync(new ListMyWavesQuery(Panel.Slug), cancellationToken)).Value ?? [];
        return null;
    }
}
