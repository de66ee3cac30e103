using System.Globalization;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Panels;

/// <summary>How much a committee needs its week: who gives way when two want the same (L9).</summary>
public enum SlotPriority
{
    /// <summary>The committee is to decide, and the question cannot wait.</summary>
    Decision = 0,

    /// <summary>Stands in the committee's plan.</summary>
    Planned = 1,

    /// <summary>Can wait.</summary>
    Wish = 2,
}

public enum SlotState
{
    /// <summary>Holds its week, and gives way to a higher priority until it is accepted.</summary>
    Asked = 0,

    /// <summary>Holds its week.</summary>
    Accepted = 1,

    /// <summary>Has no week, and is offered the earliest that is free.</summary>
    Refused = 2,

    /// <summary>Not wanted any more.</summary>
    Cancelled = 3,
}

/// <summary>What a committee wants to ask a panel about, and in which week.</summary>
/// <param name="Week">The Monday of an ISO week.</param>
/// <param name="WaveId">The wave that it is for; null before there is one.</param>
/// <param name="Purpose">In a few words, 1 to <see cref="SlotBooking.LongestPurpose"/> characters.</param>
public sealed record SlotWish(Guid CommitteeId, DateOnly Week, Guid? WaveId, string Purpose, SlotPriority Priority);

/// <summary>A committee's week of a panel's attention: a panel is asked by one at a time, and not more often than it has been promised (L9).</summary>
public sealed class SlotBooking : Entity
{
    public const int LongestPurpose = 120;

    /// <summary>Longest reason of a refusal, in characters.</summary>
    public const int LongestReason = 300;

    private SlotBooking()
    {
    }

    private SlotBooking(Guid panelId, SlotWish wish, string by, DateTimeOffset now) =>
        (PanelId, CommitteeId, Week, WaveId, Purpose, Priority, AskedBy, AskedAt) =
        (panelId, wish.CommitteeId, wish.Week, wish.WaveId, wish.Purpose.Trim(), wish.Priority, by, now);

    public Guid PanelId { get; private set; }

    public Guid CommitteeId { get; private set; }

    /// <summary>Monday of the ISO week that it holds, or that it wanted when it was refused.</summary>
    public DateOnly Week { get; private set; }

    public Guid? WaveId { get; private set; }

    public string Purpose { get; private set; } = "";

    public SlotPriority Priority { get; private set; }

    public SlotState State { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public string AskedBy { get; private set; } = "";

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Who accepted, refused or cancelled; empty when another booking was given the week.</summary>
    public string DecidedBy { get; private set; } = "";

    /// <summary>Why it was refused; empty otherwise.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Nobody else can have the week.</summary>
    public bool Holds => State is SlotState.Asked or SlotState.Accepted;

    /// <summary>Errors: <see cref="SlotPurposeWrong"/>, <see cref="SlotWeekWrong"/> for a day that is no Monday.</summary>
    public static Result<SlotBooking> Ask(Guid panelId, SlotWish wish, string by, DateTimeOffset now) =>
        wish.Purpose.Trim().Length is 0 or > LongestPurpose ? new SlotPurposeWrong(LongestPurpose)
        : wish.Week != MondayOf(wish.Week) ? new SlotWeekWrong()
        : new SlotBooking(panelId, wish, by, now);

    /// <summary>The week is the committee's for good. <see cref="SlotNotAsked"/>.</summary>
    public Result<Done> Accept(string by, DateTimeOffset now) => Decide(SlotState.Accepted, by, "", now);

    /// <summary>Errors: <see cref="SlotNotAsked"/>, <see cref="SlotReasonWrong"/>.</summary>
    public Result<Done> Refuse(string by, string reason, DateTimeOffset now) =>
        reason.Trim().Length is 0 or > LongestReason ? new SlotReasonWrong(LongestReason) : Decide(SlotState.Refused, by, reason.Trim(), now);

    /// <summary>
    /// The week is the wave's for good, asked for or accepted: it is about to be put to the panel. <see cref="WeekOfAnotherWave"/> when it was booked
    /// for another.
    /// </summary>
    /// <param name="by">Who approved the wave; kept where nobody had accepted the booking.</param>
    public Result<Done> Use(PanelWave wave, string by, DateTimeOffset now)
    {
        if (WaveId is { } other && other != wave.Id)
        {
            return new WeekOfAnotherWave(Week);
        }

        WaveId = wave.Id;
        if (State == SlotState.Asked)
        {
            (State, DecidedBy, DecidedAt) = (SlotState.Accepted, by, now);
        }

        return Done.Value;
    }

    /// <summary>Also one that was accepted or refused. Safe to run twice.</summary>
    public void Cancel(string by, DateTimeOffset now) => (State, DecidedBy, DecidedAt) = (SlotState.Cancelled, by, now);

    /// <summary>Monday of the ISO week that a day lies in.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>1 to 53 (ISO 8601).</summary>
    public static int NumberOf(DateOnly week) => ISOWeek.GetWeekOfYear(week.ToDateTime(TimeOnly.MinValue));

    /// <summary>First days of the quarters that the week has days in, one or two: invitations may go out on any of its days.</summary>
    public static IReadOnlyList<DateOnly> QuartersOf(DateOnly week)
    {
        var (first, last) = (WaveInvitation.QuarterOf(week), WaveInvitation.QuarterOf(week.AddDays(6)));
        return first == last ? [first] : [first, last];
    }

    /// <summary>A higher priority takes the week.</summary>
    internal void GiveWay(DateTimeOffset now) => (State, DecidedBy, DecidedAt) = (SlotState.Refused, "", now);

    /// <summary>It is asked for anew in another week: what was accepted was accepted for the old one.</summary>
    internal void Take(DateOnly week) => (Week, State, DecidedAt, DecidedBy, Reason) = (week, SlotState.Asked, null, "", "");

    private Result<Done> Decide(SlotState state, string by, string reason, DateTimeOffset now)
    {
        if (State != SlotState.Asked)
        {
            return new SlotNotAsked();
        }

        (State, DecidedBy, Reason, DecidedAt) = (state, by, reason, now);
        return Done.Value;
    }
}
