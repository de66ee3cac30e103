using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Web.Pages.Answers;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Surveys;

/// <summary>S13: who asks and why, how long it takes, what happens with the answers; then the first question.</summary>
public sealed class ShowModel(GetSurveyHandler get, GetAnswerStartHandler start, StartAnswerHandler begin, ICurrentUser me) : AnswerPage
{
    public SurveyView Survey { get; private set; } = null!;

    public bool HasDraft { get; private set; }

    public bool HasAnswered { get; private set; }

    public bool NeedsCode => Participant is null && (Definition.OnlyWithCode || Definition.MinimumAssurance == AssuranceLevel.LetterCode);

    public bool NeedsEId => Participant is null && !Definition.OnlyWithCode && Definition.MinimumAssurance == AssuranceLevel.EId;

    public bool IsSignedIn => me.Id is not null;

    public bool AsksForKey => HasAnswered && Survey.Mode == AnswerMode.Anonymous;

    /// <summary>Swedish and the other languages of the questions.</summary>
    public IReadOnlyList<string> Languages => ["sv", .. Survey.Languages];

    [BindProperty(Name = "andringskod")]
    public string? EditKey { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) is { } other ? other
        : Survey.Phase != SurveyPhase.Open || Definition.Group is not { } group ? Page()

        // A member reads what it is about on the panel's own page, and begins from there; once is enough.
        : Participant is null or { Door: AnswerDoor.Panel } ? Redirect(Local($"{group.Path}/omgang/{group.Wave}"))
        : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => BeginAsync(fromEarlier: false, cancellationToken);

    public Task<IActionResult> OnPostChangeAsync(CancellationToken cancellationToken) => BeginAsync(fromEarlier: true, cancellationToken);

    public async Task<IActionResult> OnPostLanguageAsync(string? sprak, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        KeepLanguage(Survey.Languages.FirstOrDefault(l => l == sprak) ?? "sv");
        return Redirect(Local(Step("")));
    }

    private async Task<IActionResult> BeginAsync(bool fromEarlier, CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } other)
        {
            return other;
        }

        if (Survey.Phase is SurveyPhase.Draft or SurveyPhase.InReview)
        {
            return NotFound();
        }

        if (NeedsCode)
        {
            return HasCodeEnded ? ToCode("") : Redirect(Local("/svara"));
        }

        if (NeedsEId)
        {
            return IsSignedIn ? Page() : Redirect(Local($"/logga-in?till={Step("")}"));
        }

        // Members press one button, whether they begin, go on or change what they have sent.
        fromEarlier |= Participant is { Door: AnswerDoor.Panel } && HasAnswered && !HasDraft;
        var started = await begin.HandleAsync(new StartAnswerCommand(Dialogue, NeedsCodeAgain ? null : ReadDraft(), fromEarlier, EditKey), cancellationToken);
        if (!started.IsSuccess)
        {
            if (started.Error is not EditKeyUnknown)
            {
                return Fail(started.Error);
            }

            ModelState.AddModelError("andringskod", T["answer.editKeyUnknown"]);
            return ShowErrors();
        }

        BeginDraft(started.Value.Token, owner: fromEarlier ? Participant?.Id : null);
        if (started.Value.EditKey is { } key)
        {
            KeepEditKey(key);
        }

        return Redirect(Local(Step(started.Value.Next is { } next ? $"/fraga/{next}" : "/kontrollera")));
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var survey = await get.HandleAsync(new GetSurveyQuery(Dialogue.Slug), cancellationToken);
        if (!survey.IsSuccess)
        {
            return Fail(survey.Error);
        }

        Survey = survey.Value;
        if (Survey.Phase is SurveyPhase.Draft or SurveyPhase.InReview)
        {
            ViewData["MarkName"] = Survey.NameInText;
            return null;
        }

        if (await FindAsync(cancellationToken) is { } other)
        {
            return other;
        }

        var found = await start.HandleAsync(new GetAnswerStartQuery(Dialogue), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        (HasAnswered, HasDraft) = (found.Value.HasAnswered, await HasBegunAsync(cancellationToken));
        return null;
    }
}
