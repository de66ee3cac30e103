using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Consultations;

/// <summary>What an officer can do with a published rådslag. One choice, then one reason and one button: everything becomes a public notice.</summary>
public sealed class RunModel(GetBuilderHandler get) : BuilderPage(get)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>What was chosen; null while choosing.</summary>
    [BindProperty(Name = "gor", SupportsGet = true)]
    public RunAction? Action { get; set; }

    private string Title => T["run.title"];

    /// <summary>What is possible in the present state, in order.</summary>
    public IReadOnlyList<RunAction> Possible => Draft.State switch
    {
        ConsultationState.Published when Builder.Phase == Phase.Scheduled =>
            [RunAction.Notice, RunAction.Postpone, RunAction.Promise, RunAction.Withdraw, RunAction.Cancel],
        ConsultationState.Published when Builder.Phase != Phase.Closed => [RunAction.Notice, RunAction.Postpone, RunAction.Promise, RunAction.Pause, RunAction.Cancel],
        ConsultationState.Paused => [RunAction.Resume, RunAction.Notice, RunAction.Promise, RunAction.Cancel],
        ConsultationState.Published or ConsultationState.Closed or ConsultationState.WithCommittee => [RunAction.Notice, RunAction.Promise],
        ConsultationState.Answered or ConsultationState.FollowUp => [RunAction.Notice, RunAction.Archive],
        _ => [RunAction.Notice],
    };

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
        Limit("Input.Text", Input.Text, 1000);
        var act = Prepare(slug);
        if (act is null)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return await ShowErrorsAsync(slug, Title, cancellationToken);
        }

        return await EndAsync(
            await act(cancellationToken), slug, Title, s => $"/arbetsyta/radslag/{s}", $"run.done.{Action}", cancellationToken);
    }

    public override IEnumerable<(string Label, string Value)> Saved() =>
    [
        (T["builder.state"], T[$"phase.{Builder.Phase}"]),
        (T["field.closesAt"], Typed(Draft.Schedule!.ClosesAt)),
        .. Draft.Notices.Take(1).Select(n => (T["run.lastNotice"], n.Reason)),
    ];

    /// <summary>Reads what the chosen action needs; errors land in the model state. Null when nothing was chosen.</summary>
    private Func<CancellationToken, Task<Result<ConsultationSaved>>>? Prepare(string slug)
    {
        var reason = Input.Reason ?? "";
        switch (Action)
        {
            case RunAction.Notice:
                return c => Use<AddNoticeHandler>().HandleAsync(new AddNoticeCommand(slug, Version, Input.Text ?? "", reason), c);
            case RunAction.Postpone:
                var later = ReadTime("Input.ClosesAt", Input.ClosesAt);
                return c => Use<PostponeHandler>().HandleAsync(new PostponeCommand(slug, Version, later, reason), c);
            case RunAction.Pause:
                DateOnly? until = string.IsNullOrWhiteSpace(Input.Until) ? null : ReadDay("Input.Until", Input.Until);
                return c => Use<PauseHandler>().HandleAsync(new PauseCommand(slug, Version, reason, until), c);
            case RunAction.Resume:
                DateTime? closes = string.IsNullOrWhiteSpace(Input.ClosesAt) ? null : ReadTime("Input.ClosesAt", Input.ClosesAt);
                return c => Use<ResumeHandler>().HandleAsync(new ResumeCommand(slug, Version, closes, reason), c);
            case RunAction.Withdraw:
                return c => Use<WithdrawHandler>().HandleAsync(new WithdrawCommand(slug, Version, reason), c);
            case RunAction.Cancel:
                return c => Use<CancelHandler>().HandleAsync(new CancelCommand(slug, Version, reason), c);
            case RunAction.Promise:
                var promised = ReadDay("Input.PromisedAt", Input.PromisedAt);
                return c => Use<PromiseAnewHandler>().HandleAsync(new PromiseAnewCommand(slug, Version, promised, reason), c);
            case RunAction.Archive:
                return c => Use<ArchiveHandler>().HandleAsync(new ArchiveCommand(slug, Version, reason), c);
            default:
                return null;
        }
    }

    private THandler Use<THandler>()
        where THandler : class, IUseCase => HttpContext.RequestServices.GetRequiredService<THandler>();

    public sealed class Form
    {
        public string? Text { get; set; }

        public string? ClosesAt { get; set; }

        public string? Until { get; set; }

        public string? PromisedAt { get; set; }

        public string? Reason { get; set; }
    }
}

public enum RunAction
{
    Notice,
    Postpone,
    Pause,
    Resume,
    Withdraw,
    Cancel,
    Promise,
    Archive,
}
