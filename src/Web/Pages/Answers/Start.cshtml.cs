using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Answers;

/// <summary>S8a: what it is, how long it takes, what happens with the answer. Says plainly when answers are not taken.</summary>
public sealed class StartModel(GetAnswerStartHandler get, StartAnswerHandler start, ICurrentUser me) : AnswerPage
{
    public AnswerStart View { get; private set; } = null!;

    /// <summary>What must be proved before the answer is sent; null when nothing more is.</summary>
    public AssuranceLevel? ToProve => Participant is not null || Definition is { OnlyWithCode: false, MinimumAssurance: AssuranceLevel.None } ? null
        : Definition.OnlyWithCode ? AssuranceLevel.LetterCode : Definition.MinimumAssurance;

    private bool IsSignedIn => me.Id is not null;

    public bool HasDraft { get; private set; }

    [BindProperty(Name = "andringskod")]
    public string? EditKey { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => BeginAsync(fromEarlier: false, cancellationToken);

    public Task<IActionResult> OnPostChangeAsync(CancellationToken cancellationToken) => BeginAsync(fromEarlier: true, cancellationToken);

    private async Task<IActionResult> BeginAsync(bool fromEarlier, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var started = await start.HandleAsync(new StartAnswerCommand(Dialogue, NeedsCodeAgain ? null : ReadDraft(), fromEarlier, EditKey), cancellationToken);
        if (!started.IsSuccess)
        {
            if (started.Error is NotEligible && !IsSignedIn)
            {
                return ToProve == AssuranceLevel.LetterCode ? ToCode("") : Redirect(Local($"/logga-in?till={Step("")}"));
            }

            return await LoadAsync(cancellationToken) ?? (started.Error is EditKeyUnknown ? ShowKeyError() : Fail(started.Error));
        }

        BeginDraft(started.Value.Token, owner: fromEarlier ? Participant?.Id : null);
        if (started.Value.EditKey is { } key)
        {
            KeepEditKey(key);
        }

        return Redirect(Local(Step(started.Value.Next is { } next ? $"/fraga/{next}" : "/kontrollera")));
    }

    private IActionResult ShowKeyError()
    {
        ModelState.AddModelError("andringskod", T["answer.editKeyUnknown"]);
        return ShowErrors();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var found = await get.HandleAsync(new GetAnswerStartQuery(Dialogue), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        HasDraft = await HasBegunAsync(cancellationToken);
        return null;
    }

    public bool AsksForKey => View is { HasAnswered: true, Definition.Mode: AnswerMode.Anonymous };
}
