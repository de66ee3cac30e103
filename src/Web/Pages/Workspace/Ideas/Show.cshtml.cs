using Medborgardialog.Application.Ideas;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Web.Pages.Ideas;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Ideas;

/// <summary>One idea: read by a moderator, given to a committee, and taken step by step by an officer.</summary>
public sealed class ShowModel(GetIdeaAtWorkHandler get, DecideIdeaHandler decide, AssignIdeaHandler assign, TakeIdeaStepHandler take) : OfficerPage
{
    public IdeaAtWork View { get; private set; } = null!;

    public IReadOnlyList<string> Flags => TextFlags.Of($"{View.Idea.Title}\n{View.Idea.Text}\n{View.Idea.Place}");

    /// <summary>The idea as it was seen.</summary>
    [BindProperty(Name = "version")]
    public uint Version { get; set; }

    [BindProperty(Name = "regel")]
    public HouseRule? Rule { get; set; }

    [BindProperty(Name = "namnd")]
    public string? Committee { get; set; }

    /// <summary>The step to take, go back to or stay on.</summary>
    [BindProperty(Name = "till", SupportsGet = true)]
    public int? To { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The steps that can be chosen, the next one first.</summary>
    public IReadOnlyList<IdeaStep> Targets
    {
        get
        {
            var idea = View.Idea;
            var steps = Enum.GetValues<IdeaStep>();
            return
            [
                .. steps.Where(s => !idea.HasEnded && IdeaLadder.MayClimb(idea.Step, s, IdeaDecision.No)).Order(),
                .. steps.Where(s => !idea.HasEnded && s == idea.Step && s > IdeaStep.Sent),
                .. steps.Where(s => IdeaLadder.MayGoBack(idea.Step, s)).OrderDescending(),
            ];
        }
    }

    /// <summary>The one that was chosen, or the next; null where the only way is back.</summary>
    public IdeaStep? Target => To is { } to && Targets.Contains((IdeaStep)to) ? (IdeaStep)to : View.Idea.HasEnded ? null : Targets[0];

    /// <summary>"Ta steg 3: genomlyst", "Ge en ny dag" or "Gå tillbaka till steg 2: …".</summary>
    public string NameOf(IdeaStep step)
    {
        var idea = View.Idea;
        var key = step == idea.Step ? "idea.do.note"
            : step < idea.Step ? "idea.do.back"
            : step == IdeaStep.Decided && idea.Step == IdeaStep.Examined ? "idea.do.no"
            : "idea.do.step";
        return T[key, (int)step, T[$"idea.step.{(int)step}"]];
    }

    public string? ErrorOf(string field) => ModelState.TryGetValue(field, out var state) && state.Errors.Count > 0 ? state.Errors[0].ErrorMessage : null;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) => await LoadAsync(number, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostShowAsync(int number, CancellationToken cancellationToken) =>
        await EndAsync(number, await decide.HandleAsync(new DecideIdeaCommand(number, Version, Show: true, null), cancellationToken), "idea.done.shown", cancellationToken);

    public async Task<IActionResult> OnPostRefuseAsync(int number, CancellationToken cancellationToken) =>
        await EndAsync(number, await decide.HandleAsync(new DecideIdeaCommand(number, Version, Show: false, Rule), cancellationToken), "idea.done.refused", cancellationToken);

    public async Task<IActionResult> OnPostAssignAsync(int number, CancellationToken cancellationToken) =>
        await EndAsync(number, await assign.HandleAsync(new AssignIdeaCommand(number, Version, Committee ?? ""), cancellationToken), "idea.done.assigned", cancellationToken);

    public async Task<IActionResult> OnPostStepAsync(int number, CancellationToken cancellationToken)
    {
        DateOnly? day = string.IsNullOrWhiteSpace(Input.NextDay) ? null : ReadDay("Input.NextDay", Input.NextDay);
        if (ErrorOf("Input.NextDay") is not null)
        {
            return await LoadAsync(number, cancellationToken) ?? ShowErrors();
        }

        var taken = new StepTaken(
            (IdeaStep)(To ?? 0), Input.Words ?? "", day, Input.For ?? "", Input.Against ?? "", Input.Outside ?? "", Input.Use ?? "", Input.Cost ?? "", Input.Responsible ?? "", Input.Decision);
        return await EndAsync(number, await take.HandleAsync(new TakeIdeaStepCommand(number, Version, taken), cancellationToken), "idea.done.step", cancellationToken);
    }

    private async Task<IActionResult> EndAsync(int number, Result<Done> result, string done, CancellationToken cancellationToken)
    {
        if (result.IsSuccess)
        {
            return RedirectDone(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/arbetsyta/ideer/{number}"), done);
        }

        if (await LoadAsync(number, cancellationToken) is { } other)
        {
            return other;
        }

        var faults = IdeaWords.Faults(T, result.Error).ToList();
        faults.ForEach(f => ModelState.AddModelError($"Input.{f.Part}", f.Text));
        return faults.Count > 0 ? ShowErrors() : Fail(result.Error, result.Error is IdeaRuleMissing ? "regel" : result.Error is IdeaCommitteeUnknown ? "namnd" : "");
    }

    private async Task<IActionResult?> LoadAsync(int number, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetIdeaAtWorkQuery(number), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        return null;
    }

    public sealed class Form
    {
        public string? Words { get; set; }

        /// <summary>As the field sends it, <c>2026-06-14</c>.</summary>
        public string? NextDay { get; set; }

        public string? For { get; set; }

        public string? Against { get; set; }

        public string? Outside { get; set; }

        public string? Use { get; set; }

        public string? Cost { get; set; }

        public string? Responsible { get; set; }

        public IdeaDecision? Decision { get; set; }
    }
}
