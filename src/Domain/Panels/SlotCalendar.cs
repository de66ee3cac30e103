using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Panels;

/// <summary>
/// The weeks of one panel and who holds them. At most one booking a week, and in no calendar quarter more than the panel has promised its
/// members. A week that lies in two quarters counts in both, since invitations may go out on any of its days.
/// </summary>
/// <param name="bookings">All of the panel, in any state.</param>
/// <param name="cap">Weeks that may be held in a quarter, <see cref="PanelSettings.InvitationsPerQuarter"/>.</param>
/// <param name="today">Swedish date. Weeks that have begun cannot be booked any more, but the present one can.</param>
public sealed class SlotCalendar(IReadOnlyCollection<SlotBooking> bookings, int cap, DateOnly today)
{
    /// <summary>So far ahead can be booked, in weeks.</summary>
    public const int Horizon = 104;

    private readonly List<SlotBooking> _bookings = [.. bookings];

    public IReadOnlyList<SlotBooking> Bookings => _bookings;

    /// <summary>Monday of the first week that can be booked.</summary>
    public DateOnly First { get; } = SlotBooking.MondayOf(today);

    /// <summary>Monday of the last week that can be booked.</summary>
    public DateOnly Last => First.AddDays(7 * (Horizon - 1));

    public SlotBooking? HolderOf(DateOnly week) => _bookings.Find(b => b.Holds && b.Week == week);

    /// <summary>Weeks that are held in a quarter.</summary>
    /// <param name="quarter">Its first day.</param>
    public int HeldIn(DateOnly quarter) => _bookings.Count(b => b.Holds && SlotBooking.QuartersOf(b.Week).Contains(quarter));

    /// <summary>Nobody holds it, and there is room in its quarter.</summary>
    /// <param name="but">A booking that is looked away from, since it leaves its own week.</param>
    public bool IsFree(DateOnly week, SlotBooking? but = null) =>
        week >= First && week <= Last && HolderOf(week) is var holder && (holder is null || holder == but) && FullQuarter(week, but) is null;

    /// <summary>The earliest free week from <paramref name="week"/> on; null when there is none within the horizon.</summary>
    public DateOnly? NextFree(DateOnly week, SlotBooking? but = null)
    {
        for (var next = week < First ? First : week; next <= Last; next = next.AddDays(7))
        {
            if (IsFree(next, but))
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>
    /// The booking gets its week, if need be in place of one of lower priority that has not been accepted. Errors, with the earliest week
    /// that is free: <see cref="SlotTaken"/>, <see cref="QuarterFull"/>; and <see cref="SlotWeekWrong"/>.
    /// </summary>
    /// <returns>The one that gave way, refused now, or null.</returns>
    public Result<GaveWay> Book(SlotBooking wanted, DateTimeOffset now)
    {
        if (wanted.Week < First || wanted.Week > Last)
        {
            return new SlotWeekWrong();
        }

        if (IsFree(wanted.Week))
        {
            _bookings.Add(wanted);
            return new GaveWay(null);
        }

        if (Weaker(wanted) is not { } weaker)
        {
            return Refusal(wanted.Week, null);
        }

        weaker.GiveWay(now);
        _bookings.Add(wanted);
        return new GaveWay(weaker);
    }

    /// <summary>
    /// To another week, from its own or after it had lost it; it is then asked for anew. Only a free week will do. Errors:
    /// <see cref="SlotNotAsked"/> when it was cancelled, <see cref="SlotWeekWrong"/>, <see cref="SlotTaken"/>, <see cref="QuarterFull"/>.
    /// </summary>
    public Result<Done> Move(SlotBooking booking, DateOnly week)
    {
        if (booking.State == SlotState.Cancelled)
        {
            return new SlotNotAsked();
        }

        if (week != SlotBooking.MondayOf(week) || week < First || week > Last)
        {
            return new SlotWeekWrong();
        }

        if (booking.Holds && booking.Week == week)
        {
            return Done.Value;
        }

        if (!IsFree(week, booking))
        {
            return Refusal(week, booking);
        }

        booking.Take(week);
        return Done.Value;
    }

    private Error Refusal(DateOnly week, SlotBooking? but) =>
        HolderOf(week) is { } holder && holder != but ? new SlotTaken(week, NextFree(week, but)) : new QuarterFull(week, NextFree(week, but));

    private DateOnly? FullQuarter(DateOnly week, SlotBooking? but)
    {
        foreach (var quarter in SlotBooking.QuartersOf(week))
        {
            if (HeldIn(quarter) - (but is { Holds: true } && SlotBooking.QuartersOf(but.Week).Contains(quarter) ? 1 : 0) >= cap)
            {
                return quarter;
            }
        }

        return null;
    }

    /// <summary>
    /// Who holds the week; or, where the quarter is full, the one in it of lowest priority, the latest asked among equals. Null unless it is
    /// of lower priority than the newcomer, not yet accepted, and its leaving is enough.
    /// </summary>
    private SlotBooking? Weaker(SlotBooking wanted)
    {
        var holder = HolderOf(wanted.Week);
        var candidates = holder is not null ? [holder] : _bookings.Where(b => b.Holds && FullQuarter(wanted.Week, null) is { } full && SlotBooking.QuartersOf(b.Week).Contains(full));
        return candidates.Where(b => b.State == SlotState.Asked && b.Priority > wanted.Priority && FullQuarter(wanted.Week, b) is null)
            .OrderByDescending(b => b.Priority).ThenByDescending(b => b.AskedAt).FirstOrDefault();
    }
}

/// <param name="Booking">What was refused so that another could have its week; null when nothing was.</param>
public sealed record GaveWay(SlotBooking? Booking);
