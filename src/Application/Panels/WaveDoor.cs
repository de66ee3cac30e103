using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <summary>A wave that is open, and the place in its list of the member who asks.</summary>
public sealed record OpenWave(Panel Panel, PanelWave Wave, Survey Survey, WaveInvitation Invitation);

/// <summary>
/// Finds a wave that takes answers and the member's place in its list. Whoever joined after the wave was opened is put there first. Errors:
/// those of <see cref="MemberDesk"/>, <see cref="PanelPaused"/>, <see cref="WaveNotFound"/>, <see cref="InvitedEnough"/>.
/// </summary>
public sealed class WaveDoor(IAppDbContext db, MemberDesk desk, WaveMembers members, IPanelLock panels)
{
    public async Task<Result<OpenWave>> OpenAsync(string slug, int number, CancellationToken cancellationToken)
    {
        var found = await desk.MemberAsync(slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (panel, member) = found.Value;
        if (panel.State == PanelState.Paused)
        {
            return new PanelPaused();
        }

        var wave = await db.Set<PanelWave>().AsNoTracking().SingleOrDefaultAsync(w => w.PanelId == panel.Id && w.Number == number, cancellationToken);
        var survey = wave is null ? null : await db.Set<Survey>().SingleAsync(s => s.Id == wave.SurveyId, cancellationToken);
        if (survey is null || survey.PhaseAt(desk.Now) is not (SurveyPhase.Open or SurveyPhase.Paused))
        {
            return new WaveNotFound();
        }

        var invitation = await FindAsync(wave!, member, cancellationToken)
            ?? await panels.WithAllAsync(() => AddAsync(panel, wave!, member, survey, cancellationToken), cancellationToken);
        return invitation is null ? new InvitedEnough() : new OpenWave(panel, wave!, survey, invitation);
    }

    private Task<WaveInvitation?> FindAsync(PanelWave wave, Membership member, CancellationToken cancellationToken) =>
        db.Set<WaveInvitation>().SingleOrDefaultAsync(i => i.WaveId == wave.Id && i.MembershipId == member.Id, cancellationToken);

    /// <summary>Two clicks at once put the member there once: the second finds what the first has done.</summary>
    private async Task<WaveInvitation?> AddAsync(Panel panel, PanelWave wave, Membership member, Survey survey, CancellationToken cancellationToken)
    {
        if (await FindAsync(wave, member, cancellationToken) is { } there)
        {
            return there;
        }

        if (await members.AskOneAsync(panel, wave, member, desk.Today, cancellationToken) is not { } invitation)
        {
            return null;
        }

        survey.Invite(1 + await db.Set<WaveInvitation>().CountAsync(i => i.WaveId == wave.Id, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return invitation;
    }
}
