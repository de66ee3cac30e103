using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Surveys;

/// <summary>What an officer can do with a published survey: one choice, then one reason that everyone sees.</summary>
public sealed class RunModel(GetSurveyBuilderHandler get) : SurveyBuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What was chosen; null while choosing.</summary>
    [BindProperty(Name = "gor", SupportsGet = true)]
    public SurveyRunAction? Action { get; set; }

    /// <summary>What is possible in the present state, in order.</summary>
    public IReadOnlyList<SurveyRunAction> Possible => Builder.Phase switch
    {
        SurveyPhase.Scheduled or SurveyPhase.Open => [SurveyRunAction.Postpone, SurveyRunAction.Pause, SurveyRunAction.Promise, SurveyRunAction.Cancel],
        SurveyPhase.Paused => [SurveyRunAction.Resume, SurveyRunAction.Promise, SurveyRunAction.Cancel],
        SurveyPhase.Closed or SurveyPhase.Results => [SurveyRunAction.Promise],
        _ => [],
    };

    private string Title => T["run.title"];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, Title, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (Action is { } chosen && !Possible.Contains(chosen))
        {
            return Redirect(Local($"{Home}/hantera"));
        }

        return Draft.IsFrozen ? Page() : Redirect(Local(Home));
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Reason", Input.Reason, 1000);
        var act = Prepare(slug);
        if (act is null)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        return await EndAsync(await act(cancellationToken), slug, Title, HomeOf, $"sb.run.done.{Action}", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["builder.state"], T[$"sb.phase.{Builder.Phase}"]),
        (T["field.closesAt"], Draft.Times is { } times ? Typed(times.ClosesAt) : ""),
        (T["field.promisedAt"], Draft.Times is null ? "" : Typed(Draft.Times.PromisedAt)),
    ];

    /// <summary>Reads what the chosen action needs; errors land in the model state. Null when nothing was chosen.</summary>
    private Func<CancellationToken, Task<Result<SurveySaved>>>? Prepare(string slug)
    {
        var reason = Input.Reason ?? "";
        switch (Action)
        {
            case SurveyRunAction.Postpone:
                var later = ReadTime("Input.ClosesAt", Input.ClosesAt);
                return c => Use<PostponeSurveyHandler>().HandleAsync(new PostponeSurveyCommand(slug, Version, later, reason), c);
            case SurveyRunAction.Pause:
                return c => Use<PauseSurveyHandler>().HandleAsync(new PauseSurveyCommand(slug, Version, reason), c);
            case SurveyRunAction.Resume:
                DateTime? closes = string.IsNullOrWhiteSpace(Input.ClosesAt) ? null : ReadTime("Input.ClosesAt", Input.ClosesAt);
                return c => Use<ResumeSurveyHandler>().HandleAsync(new ResumeSurveyCommand(slug, Version, closes, reason), c);
            case SurveyRunAction.Promise:
                var promised = ReadDay("Input.PromisedAt", Input.PromisedAt);
                return c => Use<PromiseSurveyAnewHandler>().HandleAsync(new PromiseSurveyAnewCommand(slug, Version, promised, reason), c);
            case SurveyRunAction.Cancel:
                return c => Use<CancelSurveyHandler>().HandleAsync(new CancelSurveyCommand(slug, Version, reason), c);
            default:
                return null;
        }
    }

    private THandler Use<THandler>()
        where THandler : class, IUseCase => HttpContext.RequestServices.GetRequiredService<THandler>();

    public sealed class Form
    {
        public string? ClosesAt { get; set; }

        /// <summary>yyyy-MM-dd.</summary>
        public string? PromisedAt { get; set; }

        public string? Reason { get; set; }
    }
}

public enum SurveyRunAction
{
    Postpone,
    Pause,
    Resume,
    Promise,
    Cancel,
}
