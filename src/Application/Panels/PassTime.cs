using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record PassTimeCommand;

/// <param name="AskedToStay">Members whose term ends soon.</param>
/// <param name="Expired">Those who are members, or wait to be, no longer: the term or the panel has ended, or a guardian has not answered.</param>
/// <param name="Seated">People who waited and are members now.</param>
public sealed record TimePassed(int AskedToStay, int Expired, int Seated);

/// <summary>
/// Run by a job every day: terms and renewals (L4), and free seats go to those who wait, the first first. Where members are drawn only the
/// draw gives seats. Safe to run twice and after days that were missed.
/// </summary>
public sealed class PassTimeHandler(IAppDbContext db, WaveMembers waves, IPanelLock panels, PanelMail mail, TimeProvider clock) : IUseCase
{
    public async Task<Result<TimePassed>> HandleAsync(PassTimeCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        var total = new TimePassed(0, 0, 0);
        foreach (var id in await db.Set<Panel>().Where(p => p.State != PanelState.Draft).Select(p => p.Id).ToListAsync(cancellationToken))
        {
            var one = await panels.WithAsync(id, () => PassAsync(id, cancellationToken), cancellationToken);
            total = new TimePassed(total.AskedToStay + one.AskedToStay, total.Expired + one.Expired, total.Seated + one.Seated);
        }

        return total;
    }

    private async Task<TimePassed> PassAsync(Guid panelId, CancellationToken cancellationToken)
    {
        var today = clock.SwedishToday();
        var panel = await db.Set<Panel>().SingleAsync(p => p.Id == panelId, cancellationToken);
        var members = await db.Set<Membership>().Where(m => m.PanelId == panelId && m.ResidentId != null).OrderBy(m => m.AskedAt).ToListAsync(cancellationToken);
        var residents = members.Select(m => m.ResidentId!.Value).ToList();
        var emails = await db.Set<Resident>().Where(r => residents.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Email, cancellationToken);
        var (asked, seated) = (0, 0);
        var ended = new List<Guid>();
        foreach (var member in members)
        {
            var email = emails[member.ResidentId!.Value];
            var turn = member.Pass(panel, today);
            if (turn == MembershipTurn.AskedToStay)
            {
                mail.Tell(panel, email, "stay", $"{member.Id:N}/{member.TermEndsOn:yyyyMMdd}");
                asked++;
            }
            else if (turn != MembershipTurn.Nothing)
            {
                mail.Tell(panel, email, Told(turn), $"{member.Id:N}");
                ended.Add(member.Id);
            }
        }

        await waves.TakeOutAsync(ended, cancellationToken);
        var active = members.Count(m => m.IsAsked);
        foreach (var member in members.Where(m => m.State == MembershipState.Waiting))
        {
            if (panel.HasRoom(active, member.WasDrawn))
            {
                member.TakeSeat(panel, today);
                mail.Tell(panel, emails[member.ResidentId!.Value], nameof(MembershipState.Active), $"seat/{member.Id:N}");
                (active, seated) = (active + 1, seated + 1);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return new TimePassed(asked, ended.Count, seated);
    }

    private static string Told(MembershipTurn turn) => turn switch
    {
        MembershipTurn.PanelEnded => "ended",
        MembershipTurn.GuardianSilent => "guardianSilent",
        _ => "expired",
    };
}
