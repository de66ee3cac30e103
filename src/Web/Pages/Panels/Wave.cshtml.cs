using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>S20: what the wave is about, who decides, and the way to the first question.</summary>
public sealed class WaveModel(EnterWaveHandler enter, RemindMeHandler remind) : PanelPage
{
    public WaveView Wave { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) => await FindAsync(number, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is { } other)
        {
            return other;
        }

        var entered = await enter.HandleAsync(new EnterWaveCommand(Panel.Slug, number), cancellationToken);
        if (!entered.IsSuccess)
        {
            return Fail(entered.Error);
        }

        // The survey's own page begins a draft, or goes on with one: the same press goes on to it as a form (307), since nothing begins by a link.
        return RedirectPreserveMethod(Local(entered.Value.Dialogue.Path));
    }

    public async Task<IActionResult> OnPostRemindAsync(int number, CancellationToken cancellationToken)
    {
        if (await FindAsync(number, cancellationToken) is { } other)
        {
            return other;
        }

        var reminded = await remind.HandleAsync(new RemindMeCommand(Panel.Slug, number), cancellationToken);
        return reminded.IsSuccess ? RedirectDone(At("/hem"), "panel.remind.done") : Fail(reminded.Error);
    }

    private async Task<IActionResult?> FindAsync(int number, CancellationToken cancellationToken)
    {
        if (await LoadForMemberAsync(cancellationToken) is { } other)
        {
            return other;
        }

        Wave = Panel.Waves.FirstOrDefault(w => w.Number == number)!;
        return Wave switch
        {
            null => NotFound(),
            { ReturnedAt: not null } => Redirect(Local(At($"/resultat/{number}"))),
            { Phase: not (SurveyPhase.Open or SurveyPhase.Paused) } => Redirect(Local(At("/hem"))),
            _ => null,
        };
    }
}
