using System.Globalization;
using Medborgardialog.Application.Draws;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Draws;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Draws;

/// <summary>One draw, step by step: compute, publish, seed, confirm, replace.</summary>
public sealed class ShowModel(GetDrawHandler get, IServiceProvider services) : OfficerPage
{
    public DrawView View { get; private set; } = null!;

    /// <summary>Everybody who has been drawn; empty before.</summary>
    public IReadOnlyList<DrawnPerson> People { get; private set; } = [];

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? SeedSource { get; set; }

    [BindProperty]
    public string? SeedFrom { get; set; }

    [BindProperty]
    public bool InputIsOpen { get; set; }

    [BindProperty]
    public string? Seed { get; set; }

    [BindProperty]
    public string? Witness { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? RecallReason { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) => await LoadAsync(slug, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostComputeAsync(string slug, CancellationToken cancellationToken)
    {
        if (!int.TryParse(Minutes?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > PanelDrawSettings.LongestLimit)
        {
            return await ExplainAsync(slug, new PanelDrawSettingsWrong("limit"), cancellationToken);
        }

        return await EndAsync(slug, Use<StartDrawHandler>().HandleAsync(new StartDrawCommand(slug, minutes), cancellationToken), "draw.started", cancellationToken);
    }

    public Task<IActionResult> OnPostRelaxAsync(string slug, CancellationToken cancellationToken) =>
        EndAsync(slug, Use<RelaxDrawHandler>().HandleAsync(new RelaxDrawCommand(slug), cancellationToken), "draw.relaxed", cancellationToken);

    public async Task<IActionResult> OnPostPublishAsync(string slug, CancellationToken cancellationToken)
    {
        var time = ReadTime(nameof(SeedFrom), SeedFrom);
        if (!ModelState.IsValid)
        {
            return await LoadAsync(slug, cancellationToken) ?? ShowErrors();
        }

        // An hour that a change of clocks takes away or gives twice is none that people can meet at.
        return SwedishTime.ToInstant(time) is not { } from
            ? await ExplainAsync(slug, new SeedTimeWrong(), cancellationToken)
            : await EndAsync(slug, Use<PublishDrawHandler>().HandleAsync(new PublishDrawCommand(slug, SeedSource ?? "", from, InputIsOpen), cancellationToken), "draw.published", cancellationToken);
    }

    public Task<IActionResult> OnPostSeedAsync(string slug, CancellationToken cancellationToken) =>
        EndAsync(slug, Use<TypeSeedHandler>().HandleAsync(new TypeSeedCommand(slug, Seed ?? "", Witness ?? ""), cancellationToken), "draw.seedSaved", cancellationToken);

    public Task<IActionResult> OnPostTakeBackAsync(string slug, CancellationToken cancellationToken) =>
        EndAsync(slug, Use<TakeBackSeedHandler>().HandleAsync(new TakeBackSeedCommand(slug), cancellationToken), "draw.seedTakenBack", cancellationToken);

    public Task<IActionResult> OnPostConfirmAsync(string slug, CancellationToken cancellationToken) =>
        EndAsync(slug, Use<ConfirmSeedHandler>().HandleAsync(new ConfirmSeedCommand(slug, Seed ?? ""), cancellationToken), "draw.drawn", cancellationToken);

    public async Task<IActionResult> OnPostReplaceAsync(string slug, CancellationToken cancellationToken)
    {
        var replaced = await Use<ReplaceDrawnHandler>().HandleAsync(new ReplaceDrawnCommand(slug, Number?.Trim() ?? "", Reason ?? ""), cancellationToken);
        return !replaced.IsSuccess ? await ExplainAsync(slug, replaced.Error, cancellationToken)
            : replaced.Value.Instead is { } instead ? RedirectDone(Address(slug), "draw.replacedBy", replaced.Value.Declined, instead)
            : RedirectDone(Address(slug), "draw.replacedByNobody", replaced.Value.Declined);
    }

    public Task<IActionResult> OnPostForgetAsync(string slug, CancellationToken cancellationToken) =>
        EndAsync(slug, Use<ForgetDrawContactsHandler>().HandleAsync(new ForgetDrawContactsCommand(slug), cancellationToken), "draw.forgotten", cancellationToken);

    public Task<IActionResult> OnPostRecallAsync(string slug, CancellationToken cancellationToken) =>
        EndAsync(slug, Use<RecallDrawHandler>().HandleAsync(new RecallDrawCommand(slug, RecallReason ?? ""), cancellationToken), "draw.recalled", cancellationToken);

    public async Task<IActionResult> OnPostDropAsync(string slug, CancellationToken cancellationToken)
    {
        var dropped = await Use<DropDrawHandler>().HandleAsync(new DropDrawCommand(slug), cancellationToken);
        return dropped.IsSuccess ? RedirectDone("/arbetsyta/lottningar", "draw.dropped") : await ExplainAsync(slug, dropped.Error, cancellationToken);
    }

    private static string Address(string slug) => $"/arbetsyta/lottningar/{slug}";

    /// <summary>Null when the page can be shown.</summary>
    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetDrawQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Minutes ??= View.Draw.Settings.LimitMinutes.ToString(CultureInfo.InvariantCulture);
        if (View.Draw.State == PanelDrawState.Drawn)
        {
            People = (await Use<ListDrawnHandler>().HandleAsync(new ListDrawnQuery(slug), cancellationToken)).Value?.People ?? [];
        }

        return null;
    }

    private async Task<IActionResult> EndAsync<T>(string slug, Task<Result<T>> work, string done, CancellationToken cancellationToken)
        where T : notnull
    {
        var ended = await work;
        return ended.IsSuccess ? RedirectDone(Address(slug), done) : await ExplainAsync(slug, ended.Error, cancellationToken);
    }

    private async Task<IActionResult> ExplainAsync(string slug, Error error, CancellationToken cancellationToken) =>
        await LoadAsync(slug, cancellationToken) ?? error switch
        {
            PanelDrawSettingsWrong => Fail(error, nameof(Minutes)),
            SeedSourceMissing => Fail(error, nameof(SeedSource)),
            SeedTimeWrong => Fail(error, nameof(SeedFrom)),
            SeedWrong or SeedsDiffer => Fail(error, nameof(Seed)),
            WitnessMissing => Fail(error, nameof(Witness)),
            NotInPanel => Fail(error, nameof(Number)),
            DeclineReasonMissing => Fail(error, nameof(Reason)),
            RecallReasonMissing wrong => Fail(error, nameof(RecallReason), wrong.Max),
            _ => Fail(error),
        };

    private THandler Use<THandler>()
        where THandler : class, IUseCase => services.GetRequiredService<THandler>();
}
