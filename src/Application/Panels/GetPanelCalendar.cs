using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record GetPanelCalendarQuery(string Slug);

public sealed record SlotCommittee(Guid Id, string Slug, string Name);

/// <param name="Id">Of the wave.</param>
public sealed record SlotWave(Guid Id, int Number, string Title);

/// <summary>The weeks of a panel and who wants them. Read only.</summary>
/// <param name="Committees">By name; the panel's own is <see cref="Panel.CommitteeId"/>.</param>
/// <param name="Waves">Those that a week can be for, latest first, and those that one is booked for.</param>
/// <param name="Today">Swedish date.</param>
public sealed record PanelCalendar(
    Panel Panel, SlotCalendar Slots, IReadOnlyList<SlotCommittee> Committees, IReadOnlyList<SlotWave> Waves, DateOnly Today)
{
    /// <summary>Those who wait for a decision, in the order in which they should have one: by priority, then by who asked first.</summary>
    public IEnumerable<SlotBooking> Waiting =>
        Slots.Bookings.Where(b => b.State == SlotState.Asked && b.Week >= Slots.First).OrderBy(b => b.Priority).ThenBy(b => b.AskedAt);

    /// <summary>Those who got no week, each with the earliest that is free now.</summary>
    public IEnumerable<(SlotBooking Booking, DateOnly? Offer)> Refused =>
        Slots.Bookings.Where(b => b.State == SlotState.Refused).OrderBy(b => b.Priority).ThenBy(b => b.AskedAt).Select(b => (b, Slots.NextFree(b.Week)));
}

/// <summary><see cref="PanelNotFound"/>, also for those who are no officers.</summary>
public sealed class GetPanelCalendarHandler(IAppDbContext db, PanelDesk desk, GetPanelSettingsHandler get) : IUseCase
{
    public async Task<Result<PanelCalendar>> HandleAsync(GetPanelCalendarQuery query, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetPanelSettingsQuery(query.Slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var panel = found.Value.Panel;
        var bookings = await db.Set<SlotBooking>().AsNoTracking().Where(b => b.PanelId == panel.Id && b.State != SlotState.Cancelled).ToListAsync(cancellationToken);
        var committees = await db.Set<Committee>().OrderBy(c => c.Name).Select(c => new SlotCommittee(c.Id, c.Slug, c.Name)).ToListAsync(cancellationToken);
        var waves = await db.Set<PanelWave>().Where(w => w.PanelId == panel.Id)
            .Join(db.Set<Survey>(), w => w.SurveyId, s => s.Id, (w, s) => new { w.Id, w.Number, s.Title })
            .OrderByDescending(w => w.Number).Select(w => new SlotWave(w.Id, w.Number, w.Title)).ToListAsync(cancellationToken);
        return new PanelCalendar(panel, new SlotCalendar(bookings, panel.Settings.InvitationsPerQuarter, desk.Today), committees, waves, desk.Today);
    }
}
