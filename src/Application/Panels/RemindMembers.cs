using Medborgardialog.Application.Ballots;
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
/// they have not answered or left. Safe to run twice.
/// </summary>
/// <returns>How many were reminded.</returns>
public sealed class RemindMembersHandler(IAppDbContext db, IBallotBox box, SendHours hours, PanelMail mail, TimeProvider clock) : IUseCase
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
        foreach (var one in due)
        {
            var isOpen = one.Survey.PhaseAt(now) == SurveyPhase.Open;
            if (isOpen && !hours.Of(one.Frame).Holds(now))
            {
                continue;
            }

            one.Invitation.Reminded();
            if (isOpen && one.Email is { } email && !await box.HasTakenPartAsync(one.Survey.Id, one.Invitation.PersonId, cancellationToken))
            {
                mail.Remind(one.Panel, one.Wave, one.Survey.Title, email, $"{one.Invitation.PersonId:N}/{today:yyyyMMdd}");
                reminded++;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return reminded;
    }
}
