using Medborgardialog.Application.Ballots;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Answers;

/// <summary>Save and resume: the answers so far stay in this browser, and a code opens them on another device.</summary>
public sealed class SaveModel(MakeResumeCodeHandler make, ResumeDraftHandler resume) : AnswerPage
{
    public bool HasDraft { get; private set; }

    /// <summary>Shown once, in groups of five.</summary>
    public string? Code { get; private set; }

    [BindProperty(Name = "kod")]
    public string? Typed { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? (NeedsCodeAgain ? ToCode("/spara") : Page());

    public async Task<IActionResult> OnPostCodeAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var made = await make.HandleAsync(new MakeResumeCodeCommand(Dialogue, ReadDraft()), cancellationToken);
        if (!made.IsSuccess)
        {
            return Fail(made.Error);
        }

        KeepDraft(made.Value.Token);
        Code = made.Value.Code;
        return Page();
    }

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken) => LeaveAsync(cancellationToken);

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var found = await resume.HandleAsync(new ResumeDraftCommand(Dialogue, Typed), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error, "kod");
        }

        BeginDraft(found.Value.Token);
        return Redirect(Local(Step(found.Value.Next is { } next ? $"/fraga/{next}" : "/kontrollera")));
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        HasDraft = await HasBegunAsync(cancellationToken);
        return null;
    }
}
