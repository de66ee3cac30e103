using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Consultations.AnswerFlow;

/// <summary>S8a: what it is, how long it takes, what happens with the answer. Says plainly when answers are not taken.</summary>
public sealed class StartModel(GetAnswerStartHandler get, StartAnswerHandler start, ICurrentUser me) : AnswerPage
{
    public AnswerStart View { get; private set; } = null!;

    public bool IsSignedIn => me.Id is not null;

    public bool HasDraft { get; private set; }

    [BindProperty(Name = "andringskod")]
    public string? EditKey { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ?? Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => BeginAsync(fromEarlier: false, cancellationToken);

    public Task<IActionResult> OnPostChangeAsync(CancellationToken cancellationToken) => BeginAsync(fromEarlier: true, cancellationToken);

    private async Task<IActionResult> BeginAsync(bool fromEarlier, CancellationToken cancellationToken)
    {
        var started = await start.HandleAsync(new StartAnswerCommand(Slug, ReadDraft(), fromEarlier, EditKey), cancellationToken);
        if (!started.IsSuccess)
        {
            if (started.Error is NotEligible && !IsSignedIn)
            {
                return Redirect(Local($"/logga-in?till={Address("/svara")}"));
            }

            return await LoadAsync(cancellationToken) ?? (started.Error is EditKeyUnknown ? ShowKeyError() : Fail(started.Error));
        }

        KeepDraft(started.Value.Token, owner: fromEarlier ? me.Id : null);
        if (started.Value.EditKey is { } key)
        {
            KeepEditKey(key);
        }

        return Redirect(Local(Address(fromEarlier ? "/svara/kontrollera" : "/svara/fraga/1")));
    }

    private IActionResult ShowKeyError()
    {
        ModelState.AddModelError("andringskod", T["answer.editKeyUnknown"]);
        return ShowErrors();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetAnswerStartQuery(Slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        HasDraft = ReadDraft() is not null;
        SetFrame(View.Definition.NameInText);
        return null;
    }

    public bool AsksForKey => View is { HasAnswered: true, Definition.Mode: AnswerMode.Anonymous };
}
