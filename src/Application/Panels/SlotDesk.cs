using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <summary>
/// What all that is done with a panel's weeks has in common: the panel is found, its weeks are read while its row is locked, so that two who
/// want the same week get one answer, and every change has a row in the audit log.
/// </summary>
public sealed class SlotDesk(IAppDbContext db, PanelDesk desk, IPanelLock panels)
{
    public DateTimeOffset Now => desk.Now;

    public string OfficerName => desk.OfficerName;

    /// <summary>Changes and saves. Errors beside those of <paramref name="change"/>: <see cref="PanelNotFound"/>.</summary>
    /// <param name="change">Reads nothing but what it is given.</param>
    public Task<Result<T>> ChangeAsync<T>(string slug, Func<Panel, SlotCalendar, Result<T>> change, CancellationToken cancellationToken)
        where T : notnull =>
        LockedAsync(slug, (panel, calendar) => Task.FromResult(change(panel, calendar)), cancellationToken);

    /// <summary>As <see cref="ChangeAsync"/>, for one booking. Errors also: <see cref="SlotNotFound"/>.</summary>
    /// <param name="action">Key below <c>audit.</c>.</param>
    public Task<Result<Done>> ChangeOneAsync(
        string slug, Guid bookingId, string action, Func<SlotCalendar, SlotBooking, Result<Done>> change, CancellationToken cancellationToken) =>
        ChangeAsync(slug, (panel, calendar) => ChangeOne(panel, calendar, bookingId, action, change), cancellationToken);

    /// <summary>As <see cref="ChangeOneAsync"/>, for what makes a booking leave its week. Errors also: <see cref="SlotInUse"/>.</summary>
    public Task<Result<Done>> LeaveOneAsync(
        string slug, Guid bookingId, string action, Func<SlotCalendar, SlotBooking, Result<Done>> change, CancellationToken cancellationToken) =>
        LockedAsync<Done>(
            slug,
            async (panel, calendar) => await IsInUseAsync(bookingId, cancellationToken) ? new SlotInUse() : ChangeOne(panel, calendar, bookingId, action, change),
            cancellationToken);

    public async Task<SlotCalendar> CalendarAsync(Panel panel, CancellationToken cancellationToken)
    {
        var bookings = await db.Set<SlotBooking>().Where(b => b.PanelId == panel.Id && b.State != SlotState.Cancelled).ToListAsync(cancellationToken);
        return new SlotCalendar(bookings, panel.Settings.InvitationsPerQuarter, desk.Today);
    }

    public void Record(string action, Panel panel, string reason) => desk.Record(action, panel.Id, reason);

    private Result<Done> ChangeOne(Panel panel, SlotCalendar calendar, Guid bookingId, string action, Func<SlotCalendar, SlotBooking, Result<Done>> change)
    {
        if (calendar.Bookings.FirstOrDefault(b => b.Id == bookingId) is not { } booking)
        {
            return new SlotNotFound();
        }

        var changed = change(calendar, booking);
        if (changed.IsSuccess)
        {
            desk.Record(action, panel.Id, booking.Reason.Length > 0 ? $"{booking.Purpose}: {booking.Reason}" : booking.Purpose);
        }

        return changed;
    }

    private async Task<Result<T>> LockedAsync<T>(string slug, Func<Panel, SlotCalendar, Task<Result<T>>> change, CancellationToken cancellationToken)
        where T : notnull
    {
        var opened = await desk.OpenAsync(slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        return await panels.WithAsync(
            opened.Value.Id,
            async () =>
            {
                var changed = await change(opened.Value, await CalendarAsync(opened.Value, cancellationToken));
                if (changed.IsSuccess)
                {
                    await db.SaveChangesAsync(cancellationToken);
                }

                return changed;
            },
            cancellationToken);
    }

    /// <summary>The wave that has the week is approved. One that was cancelled afterwards needs it no more.</summary>
    private Task<bool> IsInUseAsync(Guid bookingId, CancellationToken cancellationToken) =>
        db.Set<SlotBooking>().Where(b => b.Id == bookingId && (b.State == SlotState.Asked || b.State == SlotState.Accepted))
            .Join(db.Set<PanelWave>(), b => b.WaveId, w => w.Id, (_, w) => w.SurveyId)
            .Join(db.Set<Survey>(), id => id, s => s.Id, (_, s) => s.State)
            .AnyAsync(s => s == SurveyState.Published || s == SurveyState.Paused || s == SurveyState.Closed, cancellationToken);
}
