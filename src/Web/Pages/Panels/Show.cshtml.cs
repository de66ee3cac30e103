using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Ballots;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Panels;

/// <summary>S14 and the public face of S19: what it means to be a member, what came of earlier waves, and the way in.</summary>
public sealed class ShowModel(IAnswerPasses passes, TakeLetterSeatHandler take) : PanelPage
{
    /// <summary>Has entered the code of a letter.</summary>
    public bool HasLetter => passes.Find(Panel.Id) is { Door: AnswerDoor.LetterCode };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    /// <summary>Somebody who waits has got a letter since.</summary>
    public async Task<IActionResult> OnPostLetterAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var taken = await take.HandleAsync(new TakeLetterSeatCommand(Panel.Slug), cancellationToken);
        return taken.IsSuccess ? Redirect(Local(At("/ga-med/klart"))) : Fail(taken.Error);
    }
}
