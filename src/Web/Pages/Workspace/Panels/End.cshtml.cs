using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>Asks once more before a panel is ended, and says what that means.</summary>
public sealed class EndModel(GetPanelOverviewHandler get, TurnPanelHandler turn) : PanelPage
{
    public PanelOverview View { get; private set; } = null!;

    public IEnumerable<WaveLine> Open => View.Waves.Where(w => w.Phase is SurveyPhase.Scheduled or SurveyPhase.Open or SurveyPhase.Paused or SurveyPhase.Closed);

    public IEnumerable<WaveLine> Unreturned => View.Waves.Where(w => w.IsLeftToReturn);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        await LoadAsync(slug, cancellationToken) ?? (Panel.State == PanelState.Ended ? Redirect(Local(Home)) : Page());

    public async Task<IActionResult> OnPostAsync(string slug, uint version, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        var ended = await turn.HandleAsync(new TurnPanelCommand(slug, version, PanelState.Ended), cancellationToken);
        return ended.IsSuccess ? RedirectDone(Home, "paneldesk.done.Ended") : Fail(ended.Error);
    }

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetPanelOverviewQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Head(View.Panel, T["paneldesk.end"]);
        return null;
    }
}
