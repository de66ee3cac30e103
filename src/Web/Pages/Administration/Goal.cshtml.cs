using Medborgardialog.Application.Goals;
using Medborgardialog.Domain.Goals;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Administration;

/// <summary>S31: one goal: its words, who follows it and by which measures of the ledger.</summary>
public sealed class GoalModel(ListGoalsHandler list, WriteGoalHandler write) : AppPage
{
    private const string New = "nytt";

    public GoalListView View { get; private set; } = null!;

    /// <summary>Null for a new one.</summary>
    public GoalView? Goal { get; private set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public static string Name(GoalMeasure measure) => $"{measure.Measure}|{measure.Service}";

    /// <summary>What can be chosen: what the ledger has, and what the goal is followed by already.</summary>
    public IEnumerable<MeasureChoice> Choices => View.Measures.Concat(
        (Goal?.Measures ?? []).Where(m => View.Measures.All(c => c.Measure != m)).Select(m => new MeasureChoice(m, m.Measure)));

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        if (await LoadAsync(key, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = Goal is null
            ? new Form { IsActive = true }
            : new Form
            {
                Version = Goal.Version, Text = Goal.Text, IsActive = Goal.IsActive, Committees = [.. Goal.Committees.Select(c => c.ToString("D"))],
                Measures = [.. Goal.Measures.Select(Name)],
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancellationToken)
    {
        if (await LoadAsync(key, cancellationToken) is { } refused)
        {
            return refused;
        }

        var committees = Input.Committees.Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).ToList();
        var measures = Choices.Select(c => c.Measure).Where(m => Input.Measures.Contains(Name(m))).ToList();
        var written = await write.HandleAsync(
            new WriteGoalCommand(Goal?.Key ?? "", Input.Version, Input.Text ?? "", committees, measures, Input.IsActive), cancellationToken);
        return written.IsSuccess ? RedirectDone("/administration/mal", "goals.saved") : written.Error switch
        {
            GoalTextWrong wrong => Fail(wrong, "Input.Text", wrong.Max),
            GoalCommitteesMissing missing => Fail(missing, "Input.Committees"),
            GoalMeasuresTooMany many => Fail(many, "Input.Measures", many.Max),
            _ => Fail(written.Error),
        };
    }

    private async Task<IActionResult?> LoadAsync(string key, CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListGoalsQuery(), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Goal = View.Goals.FirstOrDefault(g => g.Key == key);
        if (Goal is null && key != New)
        {
            return NotFound();
        }

        ViewData["Title"] = Goal?.Text ?? T["goals.add"];
        ViewData["Crumbs"] = new (string Href, string Text)[] { ("/administration/mal", T["goals.title"]) };
        return null;
    }

    public sealed class Form
    {
        public uint Version { get; set; }

        public string? Text { get; set; }

        public bool IsActive { get; set; }

        public List<string> Committees { get; set; } = [];

        /// <summary>As <see cref="Name"/> writes them.</summary>
        public List<string> Measures { get; set; } = [];
    }
}
