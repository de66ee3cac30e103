using System.Globalization;
using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>L2, L11: those who sit in a draw become the panel's list of invited; codes and letters are made from the list's own page.</summary>
public sealed class RecruitModel(GetRecruitmentHandler get, RecruitFromDrawHandler recruit) : PanelPage
{
    public override string Part => "rekrytera";

    public Recruiting View { get; private set; } = null!;

    /// <summary>Expected to join, in percent, as it was typed.</summary>
    [BindProperty(Name = "andel", SupportsGet = true)]
    public string? Share { get; set; }

    /// <summary>Slug of the draw.</summary>
    [BindProperty]
    public string? Draw { get; set; }

    [BindProperty]
    public bool ReplaceOld { get; set; }

    /// <summary>What was typed is no share.</summary>
    public bool IsWrong => !string.IsNullOrWhiteSpace(Share) && ReadShare() is null;

    public string Percent => View.Percent.ToString("0.#", CultureInfo.CurrentCulture);

    public string ShownShare => string.IsNullOrWhiteSpace(Share) ? Percent : Share;

    public string Chosen => Draw ?? View.Draws[0].Slug;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) => await LoadAsync(slug, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        var invited = await recruit.HandleAsync(new RecruitFromDrawCommand(slug, Draw ?? "", ReplaceOld), cancellationToken);
        if (invited.IsSuccess)
        {
            return RedirectDone(
                $"{HomeOf(slug)}/urval", invited.Value.WithoutAddress > 0 ? "paneldesk.recruit.doneSome" : "paneldesk.recruit.done", invited.Value.People, invited.Value.WithoutAddress);
        }

        return await LoadAsync(slug, cancellationToken) ?? Fail(invited.Error, invited.Error is EarlierLettersOut ? "ReplaceOld" : "");
    }

    /// <summary>"Ungefär 7 blir medlemmar, mellan 4 och 11."</summary>
    public string Sentence(MemberYield yield) =>
        yield is { Fewest: { } fewest, Most: { } most } ? T["paneldesk.recruit.yieldBetween", yield.Members, fewest, most] : T.Count("paneldesk.recruit.yield", yield.Members);

    private double? ReadShare() =>
        double.TryParse((Share ?? "").Trim().TrimEnd('%').Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 100
            ? share : null;

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetRecruitmentQuery(slug, ReadShare()), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Head(View.Panel, T["paneldesk.part.recruit"]);
        return null;
    }
}
