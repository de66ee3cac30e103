using System.Globalization;
using Medborgardialog.Application.Calendar;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Organisation;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.CommitteeRoom;

/// <summary>E6: when the committee meets, what must be ready before, and which meeting takes up which dialogue.</summary>
public sealed class CalendarModel(GetCommitteeCalendarHandler get, PlanMeetingsHandler plan, ChooseMeetingHandler choose) : RoomPage
{
    private const int LongestText = 2_000;

    public CommitteeCalendarView View { get; private set; } = null!;

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>Address part of the dialogue that a meeting was chosen for; empty for the calendar's own form.</summary>
    [BindProperty(Name = "dialog")]
    public string? Dialogue { get; set; }

    /// <summary>yyyy-MM-dd of a meeting, or empty to go by the suggestion.</summary>
    [BindProperty(Name = "mote")]
    public string? Meeting { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input = new Form
        {
            Days = string.Join('\n', View.Meetings.Select(m => Typed(m.Meeting))),
            Papers = Number(View.Lead.PapersDays), Report = Number(View.Lead.ReportDays), CutOff = Number(View.Lead.CutOffDays),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        var (days, lead) = (ReadDays(), ReadLead());
        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var planned = await plan.HandleAsync(new PlanMeetingsCommand(slug, days, lead), cancellationToken);
        return planned.IsSuccess ? RedirectDone($"/namndrum/{slug}/kalender", "calendar.saved") : planned.Error switch
        {
            MeetingHasBeen been => Fail(been, "Input.Days", Typed(been.Day)),
            MeetingsTooMany many => Fail(many, "Input.Days", many.Max),
            MeetingLeadWrong wrong => Fail(wrong, "Input.CutOff"),
            _ => Fail(planned.Error),
        };
    }

    public async Task<IActionResult> OnPostChooseAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        var day = ReadDay("mote", Meeting);
        if (!ModelState.IsValid)
        {
            return ShowErrors();
        }

        var chosen = await choose.HandleAsync(new ChooseMeetingCommand(slug, Dialogue ?? "", day), cancellationToken);
        return chosen.IsSuccess ? RedirectDone($"/namndrum/{slug}/kalender", "calendar.chosen") : Fail(chosen.Error, chosen.Error is MeetingUnknown ? "mote" : "");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private List<DateOnly> ReadDays()
    {
        var days = new List<DateOnly>();
        if (Input.Days?.Length > LongestText)
        {
            ModelState.AddModelError("Input.Days", T["err.tooLong", Input.Days.Length - LongestText, LongestText]);
            return days;
        }

        foreach (var line in (Input.Days ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (DateOnly.TryParseExact(line, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                days.Add(day);
            }
            else
            {
                ModelState.AddModelError("Input.Days", T["calendar.dayUnreadable", line.Length > 20 ? line[..20] : line]);
            }
        }

        return days;
    }

    private MeetingLead ReadLead()
    {
        return new MeetingLead(Read("Input.Papers", Input.Papers), Read("Input.Report", Input.Report), Read("Input.CutOff", Input.CutOff));

        int Read(string field, string? text)
        {
            if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MeetingSchedule.MostDays)
            {
                return number;
            }

            ModelState.AddModelError(field, T["calendar.daysWrong", MeetingSchedule.MostDays]);
            return 0;
        }
    }

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetCommitteeCalendarQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Say(View.Slug, View.Name, T["calendar.title"]);
        return null;
    }

    public sealed class Form
    {
        /// <summary>A day on each line, yyyy-MM-dd.</summary>
        public string? Days { get; set; }

        public string? Papers { get; set; }

        public string? Report { get; set; }

        public string? CutOff { get; set; }
    }
}
