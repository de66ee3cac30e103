using Medborgardialog.Application.Ballots;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.AnswerFlow;

/// <summary>S8e: the receipt and what happens next. Shown for half an hour in the browser that sent the answer.</summary>
public sealed class SentModel(GetDraftHandler get) : AnswerPage
{
    public AnswerDefinition Definition { get; private set; } = null!;

    public SentAnswer Sent { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetDraftQuery(Slug, null), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        if (ReadReceipt() is not { } sent)
        {
            return Redirect(Local(Address("/svara")));
        }

        (Definition, Sent) = (found.Value.Definition, sent);
        SetFrame(Definition.NameInText);
        return Page();
    }
}
