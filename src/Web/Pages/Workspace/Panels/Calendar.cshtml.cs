using System.Globalization;
using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.AspNetCore.Mvc;

namespace Medborgardialog.Web.Pages.Workspace.Panels;

/// <summary>L9: the weeks of a panel, quarter by quarter: who has them, who waits, and what is free.</summary>
public sealed class CalendarModel(
    GetPanelCalendarHandler get, BookSlotHandler book, AcceptSlotHandler accept, RefuseSlotHandler refuse, MoveSlotHandler move, CancelSlotHandler cancel) : PanelPage
{
    private const int WeeksToChoose = 53;

    public override string Part => "kalender";

    public PanelCalendar View { get; private set; } = null!;

    /// <summary>The quarter that is shown, as <c>2026-2</c>.</summary>
    [BindProperty(Name = "kvartal", SupportsGet = true)]
    public string? QuarterText { get; set; }

    /// <summary>A week that was pointed at in the list, its Monday.</summary>
    [BindProperty(Name = "vecka", SupportsGet = true)]
    public string? WeekText { get; set; }

    /// <summary>The wave that a week is looked for, its number.</summary>
    [BindProperty(Name = "omgang", SupportsGet = true)]
    public string? WaveText { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The booking that a form was about, when the page comes back with what was wrong.</summary>
    public Guid? Refused { get; private set; }

    public DateOnly Quarter { get; private set; }

    /// <summary>Weeks of the quarter in order. Of those that have passed the ones that somebody had.</summary>
    public IEnumerable<DateOnly> Weeks
    {
        get
        {
            for (var week = SlotBooking.MondayOf(Quarter); week < Quarter.AddMonths(3); week = week.AddDays(7))
            {
                if (week >= View.Slots.First || View.Slots.HolderOf(week) is not null)
                {
                    yield return week;
                }
            }
        }
    }

    /// <summary>Weeks that can be chosen in a form, by quarter of their Monday.</summary>
    public IEnumerable<IGrouping<DateOnly, DateOnly>> Choices =>
        Enumerable.Range(0, WeeksToChoose).Select(n => View.Slots.First.AddDays(7 * n)).GroupBy(WaveInvitation.QuarterOf);

    public int Cap => Panel.Settings.InvitationsPerQuarter;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        Input.Committee = View.Committees.FirstOrDefault(c => c.Id == Panel.CommitteeId)?.Slug;
        Input.Wave = WaveText;
        Input.Week = Typed(Day(WeekText) ?? View.Slots.NextFree(Quarter) ?? View.Slots.First);
        return Page();
    }

    public async Task<IActionResult> OnPostBookAsync(string slug, CancellationToken cancellationToken)
    {
        Limit("Input.Purpose", Input.Purpose, SlotBooking.LongestPurpose);
        var week = ReadDay("Input.Week", Input.Week);
        var wave = int.TryParse(Input.Wave, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        if (!ModelState.IsValid)
        {
            return await LoadAsync(slug, cancellationToken) ?? ShowErrors();
        }

        var booked = await book.HandleAsync(
            new BookSlotCommand(slug, Input.Committee ?? "", week, wave, PlainText.Clean(Input.Purpose ?? ""), Input.Priority), cancellationToken);
        return booked.IsSuccess
            ? booked.Value.GaveWay is { } other ? Ended(slug, week, "paneldesk.done.bookedInstead", other) : Ended(slug, week, "paneldesk.done.booked")
            : await ExplainAsync(slug, booked.Error, cancellationToken);
    }

    public async Task<IActionResult> OnPostAcceptAsync(string slug, Guid booking, CancellationToken cancellationToken) =>
        await EndAsync(slug, booking, await accept.HandleAsync(new AcceptSlotCommand(slug, booking), cancellationToken), "paneldesk.done.accepted", cancellationToken);

    public async Task<IActionResult> OnPostRefuseAsync(string slug, Guid booking, CancellationToken cancellationToken) =>
        await EndAsync(
            slug, booking, await refuse.HandleAsync(new RefuseSlotCommand(slug, booking, PlainText.Clean(Input.Reason ?? "")), cancellationToken), "paneldesk.done.refused", cancellationToken);

    public async Task<IActionResult> OnPostMoveAsync(string slug, Guid booking, string? week, CancellationToken cancellationToken) =>
        Day(week) is { } to
            ? await EndAsync(slug, booking, await move.HandleAsync(new MoveSlotCommand(slug, booking, to), cancellationToken), "paneldesk.done.moved", cancellationToken)
            : await EndAsync(slug, booking, new SlotWeekWrong(), "", cancellationToken);

    public async Task<IActionResult> OnPostCancelAsync(string slug, Guid booking, CancellationToken cancellationToken) =>
        await EndAsync(slug, booking, await cancel.HandleAsync(new CancelSlotCommand(slug, booking), cancellationToken), "paneldesk.done.cancelled", cancellationToken);

    /// <summary>"kvartal 2 2026".</summary>
    public string NameOf(DateOnly quarter) => T["paneldesk.quarter", ((quarter.Month - 1) / 3) + 1, quarter.Year.ToString(CultureInfo.InvariantCulture)];

    /// <summary>As it stands first in a line.</summary>
    public static string First(string text) => char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];

    public static string AddressOf(DateOnly quarter) => string.Create(CultureInfo.InvariantCulture, $"{quarter.Year}-{((quarter.Month - 1) / 3) + 1}");

    public static string Typed(DateOnly? week) => week?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public string CommitteeOf(SlotBooking booking) => View.Committees.FirstOrDefault(c => c.Id == booking.CommitteeId)?.Name ?? "";

    /// <summary>What it is for, with the wave where there is one.</summary>
    public string AboutOf(SlotBooking booking) =>
        View.Waves.FirstOrDefault(w => w.Id == booking.WaveId) is { } wave ? $"{booking.Purpose} ({T["paneldesk.wave", wave.Number].ToLower(CultureInfo.CurrentCulture)})" : booking.Purpose;

    /// <summary>What stands after a week in a list to choose from.</summary>
    public string NoteOf(DateOnly week, SlotBooking? moving) =>
        View.Slots.IsFree(week, moving) ? "" : " – " + T[View.Slots.HolderOf(week) is { } holder && holder != moving ? "paneldesk.slot.isTaken" : "paneldesk.slot.isFull"];

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? SlotBooking.MondayOf(day) : null;

    private IActionResult Ended(string slug, DateOnly week, string key, params object[] arguments) =>
        RedirectDone($"{HomeOf(slug)}/kalender?kvartal={AddressOf(WaveInvitation.QuarterOf(week))}", key, arguments);

    private async Task<IActionResult> EndAsync(string slug, Guid booking, Result<Done> ended, string key, CancellationToken cancellationToken)
    {
        if (ended.IsSuccess)
        {
            return RedirectDone($"{HomeOf(slug)}/kalender{(QuarterText is { Length: > 0 } ? "?kvartal=" + Uri.EscapeDataString(QuarterText) : "")}", key);
        }

        Refused = booking;
        return await ExplainAsync(slug, ended.Error, cancellationToken);
    }

    private async Task<IActionResult> ExplainAsync(string slug, Error error, CancellationToken cancellationToken)
    {
        if (await LoadAsync(slug, cancellationToken) is { } refused)
        {
            return refused;
        }

        var (field, arguments) = error switch
        {
            SlotTaken e => ("Week", Taken(e.Week, e.Next)),
            QuarterFull e => ("Week", Taken(e.Week, e.Next)),
            SlotWeekWrong => ("Week", []),
            SlotPurposeWrong e => ("Purpose", [e.Max]),
            SlotCommitteeUnknown => ("Committee", []),
            SlotPriorityUnknown => ("Priority", []),
            SlotReasonWrong e => ("", [e.Max]),
            _ => ("", Array.Empty<object>()),
        };
        return Fail(error, Refused is null && field.Length > 0 ? $"Input.{field}" : "", arguments);
    }

    /// <summary>The week that was wanted, and the earliest that is free, which is then chosen in the form.</summary>
    private object[] Taken(DateOnly week, DateOnly? next)
    {
        if (Refused is null && next is { } free)
        {
            Input.Week = Typed(free);
        }

        return [Week(week), next is { } offered ? T["paneldesk.slot.next", Week(offered)] : T["paneldesk.slot.noNext"]];
    }

    private async Task<IActionResult?> LoadAsync(string slug, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetPanelCalendarQuery(slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return Fail(found.Error);
        }

        View = found.Value;
        Head(View.Panel, T["paneldesk.part.calendar"]);
        Quarter = ReadQuarter();
        ViewData["Heading"] = T["paneldesk.calendar.heading", View.Slots.HeldIn(Quarter), Cap, NameOf(Quarter)];
        return null;
    }

    /// <summary>The present quarter where none can be read.</summary>
    private DateOnly ReadQuarter() =>
        (QuarterText ?? "").Split('-') is [var y, var q]
        && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 2000 and < 2100
        && int.TryParse(q, NumberStyles.None, CultureInfo.InvariantCulture, out var quarter) && quarter is >= 1 and <= 4
            ? new DateOnly(year, (quarter * 3) - 2, 1)
            : WaveInvitation.QuarterOf(Day(WeekText) ?? View.Today);

    public sealed class Form
    {
        public string? Committee { get; set; }

        /// <summary>Its Monday.</summary>
        public string? Week { get; set; }

        /// <summary>Number of the wave, or empty.</summary>
        public string? Wave { get; set; }

        public string? Purpose { get; set; }

        public SlotPriority Priority { get; set; } = SlotPriority.Planned;

        /// <summary>Of a refusal.</summary>
        public string? Reason { get; set; }
    }
}
