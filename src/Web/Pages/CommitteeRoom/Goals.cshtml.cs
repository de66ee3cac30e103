using Medborgardialog.Application.Goals;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Domain.Organisation;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.CommitteeRoom;

/// <summary>L7 in the room: the secretary writes the committee's note of the month, goal by goal.</summary>
public sealed class GoalsModel(GetGoalFollowUpHandler get, WriteGoalNoteHandler write) : RoomPage
{
    public GoalFollowUpView View { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Months that a note may be about: the present one first.</summary>
    public IEnumerable<DateOnly> Months => Enumerable.Range(0, 12).Select(i => View.Month.AddMonths(-i));

    public Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) => ShowAsync(slug, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(slug, cancellationToken);
        if (View is null)
        {
            return shown;
        }

        var month = ReadDay("Input.Month", Input.Month);
        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var state = Enum.TryParse<GoalState>(Input.State, out var chosen) && Enum.IsDefined(chosen) ? chosen : (GoalState?)null;
        var written = await write.HandleAsync(new WriteGoalNoteCommand(slug, Input.Goal ?? "", month ?? View.Month, state, Input.Text ?? ""), cancellationToken);
        return written.IsSuccess ? RedirectDone($"/namndrum/{slug}/mal", "goals.noted") : written.Error switch
        {
            GoalNoteTextWrong wrong => Fail(wrong, "Input.Text", wrong.Max),
            GoalStateMissing missing => Fail(missing, "Input.State"),
            GoalMonthWrong wrong => Fail(wrong, "Input.Month"),
            _ => Fail(written.Error),
        };
    }

    /// <summary>The page itself is for those in the room; what it shows is public.</summary>
    private async Task<IActionResult> ShowAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetGoalFollowUpQuery(slug), cancellationToken);
        if (!found.IsSuccess || !found.Value.IsMember)
        {
            return Fail(found.IsSuccess ? new CommitteeNotFound() : found.Error);
        }

        View = found.Value;
        Say(View.Slug, View.Name, T["goals.title"]);
        return Page();
    }

    public sealed class Form
    {
        /// <summary>Key of the goal.</summary>
        public string? Goal { get; set; }

        /// <summary>First day of the month, yyyy-MM-dd.</summary>
        public string? Month { get; set; }

        public string? State { get; set; }

        public string? Text { get; set; }
    }
}
