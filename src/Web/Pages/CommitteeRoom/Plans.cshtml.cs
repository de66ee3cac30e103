using Medborgardialog.Application.Plans;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Plans;
using Medborgardialog.Domain.Reports;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.CommitteeRoom;

/// <summary>L8: what the committee has decided to do, late first; the secretary adds and follows up.</summary>
public sealed class PlansModel(ListPlansHandler list, AddPlanHandler add, FollowUpPlanHandler followUp) : RoomPage
{
    public PlanListView View { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public FollowForm Follow { get; set; } = new();

    public Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) => ShowAsync(slug, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(slug, cancellationToken);
        if (View is null)
        {
            return shown;
        }

        var (start, due) = (ReadDay("Input.Start", Input.Start), ReadDay("Input.Due", Input.Due));
        var isUnknown = Input.Point is { Length: > 0 } && !Guid.TryParse(Input.Point, out _);
        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var text = new PlanText(Input.Finding ?? "", Input.Measure ?? "", Input.Responsible ?? "", start, due);
        Guid? point = Guid.TryParse(Input.Point, out var id) ? id : isUnknown ? Guid.Empty : null;
        var added = await add.HandleAsync(new AddPlanCommand(slug, text, point, Input.Report ?? "", Input.Figure ?? ""), cancellationToken);
        return added.IsSuccess ? RedirectDone($"/namndrum/{slug}/atgarder", "plans.added") : added.Error switch
        {
            PlanTextWrong wrong => Fail(wrong, $"Input.{wrong.Field}", Longest(wrong.Field)),
            PlanDaysWrong wrong => Fail(wrong, "Input.Due"),
            PlanGroundUnknown unknown => Fail(unknown, "Input.Report"),
            _ => Fail(added.Error),
        };
    }

    public async Task<IActionResult> OnPostFollowAsync(string slug, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(slug, cancellationToken);
        if (View is null)
        {
            return shown;
        }

        var due = ReadDay("Follow.Due", Follow.Due);
        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var status = Enum.TryParse<PointStatus>(Follow.Status, out var chosen) && Enum.IsDefined(chosen) ? chosen : (PointStatus?)null;
        var followed = await followUp.HandleAsync(new FollowUpPlanCommand(slug, Follow.Plan ?? Guid.Empty, Follow.Version, status, Follow.Note ?? "", due), cancellationToken);
        return followed.IsSuccess ? RedirectDone($"/namndrum/{slug}/atgarder", "feedback.followedUp") : followed.Error switch
        {
            PlanNoteMissing missing => Fail(missing, "Follow.Note", missing.Max),
            PlanStatusMissing missing => Fail(missing, "Follow.Status"),
            PlanDaysWrong wrong => Fail(wrong, "Follow.Due"),
            _ => Fail(followed.Error),
        };
    }

    private static int Longest(PlanField field) => field switch
    {
        PlanField.Finding => PlanItem.MaxFinding,
        PlanField.Measure => PlanItem.MaxMeasure,
        _ => PlanItem.MaxResponsible,
    };

    private async Task<IActionResult> ShowAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await list.HandleAsync(new ListPlansQuery(slug), cancellationToken);
        if (!found.IsSuccess || !found.Value.IsMember)
        {
            return Fail(found.IsSuccess ? new CommitteeNotFound() : found.Error);
        }

        View = found.Value;
        Say(View.Slug, View.Name, T["plans.title"]);
        return Page();
    }

    public sealed class Form
    {
        /// <summary>Id of a decided point, or empty.</summary>
        public string? Point { get; set; }

        /// <summary>Number of a report, or empty.</summary>
        public string? Report { get; set; }

        /// <summary>Key of a number in it, or empty.</summary>
        public string? Figure { get; set; }

        public string? Finding { get; set; }

        public string? Measure { get; set; }

        public string? Responsible { get; set; }

        public string? Start { get; set; }

        public string? Due { get; set; }
    }

    public sealed class FollowForm
    {
        public Guid? Plan { get; set; }

        public uint Version { get; set; }

        public string? Status { get; set; }

        public string? Note { get; set; }

        public string? Due { get; set; }
    }
}
