using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record GetPanelOverviewQuery(string Slug);

/// <param name="Survey">Slug of its survey, where it is built, sent and read.</param>
/// <param name="Asked">Members who were invited; 0 before the approval.</param>
/// <param name="Week">Monday of the week that is booked for it, in the first place of the one in which it opens; null when none is.</param>
public sealed record WaveLine(PanelWave Wave, string Survey, string Title, SurveyPhase Phase, SurveyTimes? Times, int Asked, DateOnly? Week)
{
    /// <summary>Monday of the week in which it opens; null when that is not decided.</summary>
    public DateOnly? OpensIn => Times is { } times ? SlotBooking.MondayOf(times.AnswersOpenAt.SwedishDate()) : null;

    /// <summary>It cannot be approved: the week in which it opens is not booked for it.</summary>
    public bool NeedsWeek => IsDraft && OpensIn is { } opens && Week != opens;

    /// <summary>The result is public.</summary>
    public bool IsCounted => Phase == SurveyPhase.Results;

    /// <summary>The members have not been told what came of it, and the next wave has to wait for that (L5).</summary>
    public bool IsLeftToReturn => IsCounted && Wave.ReturnedAt is null;

    public bool IsDraft => Phase is SurveyPhase.Draft or SurveyPhase.InReview;
}

/// <summary>A panel as those see it who run it. Read only.</summary>
/// <param name="Drawn">All who have ever become members with a code from a letter.</param>
/// <param name="Waves">Latest first.</param>
/// <param name="History">Latest first, at most 20.</param>
public sealed record PanelOverview(
    Panel Panel, string Committee, int Active, int Waiting, int AwaitingGuardian, int Drawn, IReadOnlyList<WaveLine> Waves, IReadOnlyList<HistoryRow> History);

/// <summary>Seven statements, however large the panel is. <see cref="PanelNotFound"/>, also for those who are no officers.</summary>
public sealed class GetPanelOverviewHandler(IAppDbContext db, PanelDesk desk, GetPanelSettingsHandler get) : IUseCase
{
    public async Task<Result<PanelOverview>> HandleAsync(GetPanelOverviewQuery query, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(new GetPanelSettingsQuery(query.Slug), cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var id = found.Value.Panel.Id;
        var states = await db.Set<Membership>().Where(m => m.PanelId == id).GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var drawn = await db.Set<Membership>().CountAsync(m => m.PanelId == id && m.WasDrawn && m.JoinedOn != null, cancellationToken);
        var history = await db.Set<AuditEntry>().Where(a => a.SubjectId == id).OrderByDescending(a => a.Id).Take(20)
            .Select(a => new HistoryRow(a.Action, a.ActorName, a.Reason, a.At)).ToListAsync(cancellationToken);
        return new PanelOverview(
            found.Value.Panel, found.Value.Committee, states.GetValueOrDefault(MembershipState.Active), states.GetValueOrDefault(MembershipState.Waiting),
            states.GetValueOrDefault(MembershipState.AwaitingGuardian), drawn, await WavesAsync(id, cancellationToken), history);
    }

    private async Task<IReadOnlyList<WaveLine>> WavesAsync(Guid panelId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<PanelWave>().AsNoTracking().Where(w => w.PanelId == panelId)
            .Join(db.Set<Survey>(), w => w.SurveyId, s => s.Id, (w, s) => new
            {
                Wave = w,
                Survey = s,
                Asked = db.Set<WaveInvitation>().Count(i => i.WaveId == w.Id),
            })
            .OrderByDescending(r => r.Wave.Number).ToListAsync(cancellationToken);
        var booked = await db.Set<SlotBooking>().AsNoTracking().Where(b => b.PanelId == panelId && (b.State == SlotState.Asked || b.State == SlotState.Accepted))
            .OrderBy(b => b.Week).Select(b => new { b.WaveId, b.Week }).ToListAsync(cancellationToken);
        return rows.ConvertAll(r =>
        {
            var line = new WaveLine(r.Wave, r.Survey.Slug, r.Survey.Title, r.Survey.PhaseAt(desk.Now), r.Survey.Times, r.Asked, null);
            return line with
            {
                Week = booked.Find(b => b.Week == line.OpensIn && (b.WaveId ?? r.Wave.Id) == r.Wave.Id)?.Week ?? booked.Find(b => b.WaveId == r.Wave.Id)?.Week,
            };
        });
    }
}
