using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Answers;

/// <summary>S8e: the receipt and what happens next. Shown for half an hour in the browser that sent the answer.</summary>
public sealed class SentModel : AnswerPage
{
    public SentAnswer Sent { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (ReadReceipt() is not { } sent)
        {
            return Redirect(Local(Step("")));
        }

        Sent = sent;
        return Page();
    }

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken) => LeaveAsync(cancellationToken);
}
