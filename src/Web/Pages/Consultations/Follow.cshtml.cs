using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Web.Pages.Account;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations;

/// <summary>"Bevaka": one button, also where one lands after signing in for it.</summary>
public sealed class FollowModel(GetFollowingHandler get, FollowConsultationHandler follow, ICurrentUser me) : AppPage
{
    public FollowingView Following { get; private set; } = null!;

    /// <summary>Where the person was.</summary>
    [BindProperty(Name = "till", SupportsGet = true)]
    public string? Back { get; set; }

    /// <summary><c>ja</c>, or <c>nej</c> to stop.</summary>
    [BindProperty(Name = "bevaka")]
    public string? Choice { get; set; }

    public bool IsSignedIn => me.Id is not null;

    /// <summary>This page, to come back to after signing in.</summary>
    public string Again => $"/radslag/{Following.Slug}/bevaka?till={Uri.EscapeDataString(Safe)}";

    private string Safe => BackAddress.Safe(Back) is "/" ? $"/radslag/{Following.Slug}" : BackAddress.Safe(Back);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } other)
        {
            return other;
        }

        if (!IsSignedIn)
        {
            return Redirect(Local($"/logga-in?till={Uri.EscapeDataString(Again)}"));
        }

        var wanted = Choice != "nej";
        var changed = await follow.HandleAsync(new FollowConsultationCommand(slug, wanted), cancellationToken);
        if (changed.IsSuccess)
        {
            return RedirectDone(Safe, changed.Value.IsFollowing ? "follow.begun" : "follow.ended", Following.NameInText);
        }

        if (changed.Error is FollowingNeedsResident)
        {
            // Said on the page: whoever came here may read it, only not follow with this account.
            ModelState.AddModelError("", T[changed.Error.Code]);
            return ShowErrors();
        }

        return Fail(changed.Error);
    }

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetFollowingQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Following = found.Value;
        return null;
    }
}
