using Medborgardialog.Application.Common;
using Medborgardialog.Application.Sends;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record RemindMembersCommand;

/// <summary>
/// Run by a job every hour: those who asked to be reminded are, once, in the hours that messages may reach them, if the wave is still open and
/// they have not answered or left. Two statements and the save, however many they are. Safe to run twice.
/// </summary>
/// <returns>How many were reminded.</returns>
public sealed class RemindMembersHandler(IAppDbContext db, IWaveParticipation participation, SendHours hours, PanelMail mail, TimeProvider clock) : IUseCase
{
    public async Task<Result<int>> HandleAsync(RemindMembersCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        var (now, today, reminded) = (clock.GetUtcNow(), clock.SwedishToday(), 0);
        var due = await db.Set<WaveInvitation>().Where(i => i.RemindOn <= today)
            .Join(db.Set<PanelWave>(), i => i.WaveId, w => w.Id, (i, w) => new
            {
                Invitation = i, Wave = w,
                Panel = db.Set<Panel>().First(p => p.Id == w.PanelId),
                Survey = db.Set<Survey>().First(s => s.Id == w.SurveyId),
                Frame = db.Set<Frame>().FirstOrDefault(f => f.DialogueId == w.SurveyId),
                Email = db.Set<Membership>().Where(m => m.Id == i.MembershipId && m.State == MembershipState.Active)
                    .Join(db.Set<Resident>(), m => m.ResidentId, r => r.Id, (m, r) => r.Email).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);

        // Those whose hours have not come are left until they do, as those are whose panel or wave is paused; for the others the day is done, whether they
        // are told or not.
        var turn = due.Where(d => d.Panel.State != PanelState.Paused && d.Survey.PhaseAt(now) != SurveyPhase.Paused).Where(d => d.Survey.PhaseAt(now) != SurveyPhase.Open || hours.Of(d.Frame).Holds(now)).ToList();
        var told = turn.Where(d => d.Email is not null && d.Survey.PhaseAt(now) == SurveyPhase.Open).ToList();
        var answered = told.Count == 0 ? new HashSet<Guid>() : await participation.WhoHasAnsweredAsync([.. told.Select(d => (d.Survey.Id, d.Invitation.PersonId))], cancellationToken);
        turn.ForEach(d => d.Invitation.Reminded());
        foreach (var one in told.Where(d => !answered.Contains(d.Invitation.PersonId)))
        {
            mail.Remind(one.Panel, one.Wave, one.Survey.Title, one.Email!, $"{one.Invitation.PersonId:N}/{today:yyyyMMdd}");
            reminded++;
        }

        await db.SaveChangesAsync(cancellationToken);
        return reminded;
    }
}
