using Medborgardialog.Application.Moderation;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Medborgardialog.Web.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Moderation;

/// <summary>
/// S25: one post in its context, and what to do with it. Looking takes the case for three minutes. Whoever decides on something
/// that has changed since they read it is told so, with what they typed kept.
/// </summary>
public sealed class CaseModel(
    ListModerationQueueHandler list, GetCaseHandler get, TakeCaseHandler take, ReleaseCaseHandler release, TimeProvider clock)
    : QueuePage(list, clock)
{
    private const string LastCase = "last-case";
    private const int LongestReason = 1000;

    [BindProperty(Name = "regel")]
    public HouseRule? Rule { get; set; }

    /// <summary>What the author is told.</summary>
    [BindProperty(Name = "skal")]
    public string? Reason { get; set; }

    /// <summary>Why a hidden post is shown again.</summary>
    [BindProperty(Name = "omskal")]
    public string? RestoreReason { get; set; }

    /// <summary>How many decisions there were when the page was shown.</summary>
    [BindProperty(Name = "beslut")]
    public int Decided { get; set; }

    /// <summary>When the author had last changed the text, in ticks; 0 for never.</summary>
    [BindProperty(Name = "andrad")]
    public long Edited { get; set; }

    public CaseView Case { get; private set; } = null!;

    /// <summary>Address of the case decided just before, to go back to.</summary>
    public string? Last { get; private set; }

    public bool IsWaiting => Case.Outcome == CaseOutcome.Waiting;

    public bool HasTyped => !string.IsNullOrWhiteSpace(Reason) || Rule is not null;

    public static long Ticks(DateTimeOffset? edited) => edited?.UtcTicks ?? 0;

    /// <summary>Also takes the case, unless another has it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var taken = await take.HandleAsync(new TakeCaseCommand(id), cancellationToken);
        if (taken.Error is not (null or CaseTaken))
        {
            return Fail(taken.Error);
        }

        Last = TempData[LastCase] as string;
        return await LoadAsync(id, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, CancellationToken cancellationToken)
    {
        var taken = await take.HandleAsync(new TakeCaseCommand(id, TakeOver: true), cancellationToken);
        if (taken.IsSuccess)
        {
            return RedirectDone(To(id), "mod.done.taken");
        }

        return await LoadAsync(id, cancellationToken) ?? Refuse(taken.Error, "");
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken cancellationToken)
    {
        var released = await release.HandleAsync(new ReleaseCaseCommand(id), cancellationToken);
        return released.IsSuccess ? RedirectDone(To(null), "mod.done.released") : Fail(released.Error);
    }

    public Task<IActionResult> OnPostPublishAsync(Guid id, [FromServices] PublishPostHandler publish, CancellationToken cancellationToken) => DecideAsync(
        id, "", c => c.State == PostState.Held ? "mod.done.published" : "mod.done.stays",
        c => publish.HandleAsync(new PublishPostCommand(c.PostId, Seen()), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostHideAsync(Guid id, [FromServices] HidePostHandler hide, CancellationToken cancellationToken) => DecideAsync(
        id, "skal", _ => "mod.done.hidden",
        c => hide.HandleAsync(new HidePostCommand(c.PostId, Rule, Short(Reason), Seen()), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRestoreAsync(Guid id, [FromServices] RestorePostHandler restore, CancellationToken cancellationToken) => DecideAsync(
        id, "omskal", _ => "mod.done.restored",
        c => restore.HandleAsync(new RestorePostCommand(c.PostId, Short(RestoreReason), Seen()), cancellationToken), cancellationToken);

    private static string Short(string? reason) => reason is null ? "" : reason.Length > LongestReason ? reason[..LongestReason] : reason;

    private PostSeen Seen() => new(Decided, Edited is > 0 and < 3155378975999999999 ? new DateTimeOffset(Edited, TimeSpan.Zero) : null);

    private async Task<IActionResult> DecideAsync(
        Guid id, string field, Func<CaseView, string> done, Func<CaseView, Task<Result<CaseDecided>>> decide, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        var before = Case;
        var decided = await decide(before);
        if (!decided.IsSuccess)
        {
            // What another moderator or the author did meanwhile is shown, not what this page was loaded with a moment ago.
            return await LoadAsync(id, cancellationToken) ?? Refuse(decided.Error, field);
        }

        await LoadQueueAsync(cancellationToken);
        TempData[LastCase] = To(id);
        var next = View == QueueView.Done ? null : Queue.Items.FirstOrDefault(i => i.TakenByOther is null)?.CaseId;
        return RedirectDone(To(next), done(before), decided.Value.Number, decided.Value.Thread);
    }

    private IActionResult Refuse(Error error, string field) => error switch
    {
        CaseTaken { By.Length: > 0 } taken => Fail(error, "", taken.By, Dates().Time(taken.Until)),
        CaseTaken taken => Fail(error, "", T["mod.someone"], Dates().Time(taken.Until)),
        DecidedMeanwhile by => Fail(error, "", by.By),
        RuleMissing => Fail(error, "regel"),
        HideReasonMissing => Fail(error, field),
        _ => Fail(error),
    };

    private Dates Dates() => HttpContext.RequestServices.GetRequiredService<Dates>();

    /// <summary>Null when all is there; otherwise the answer to give instead of the page.</summary>
    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetCaseQuery(id), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        Case = found.Value;
        ViewData["Case"] = id;
        return await LoadQueueAsync(cancellationToken) is { } error ? Fail(error) : null;
    }
}
