using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record EnterWaveCommand(string Slug, int Number);

/// <param name="Dialogue">Where the questions are.</param>
public sealed record WaveEntered(DialogueSlug Dialogue);

/// <summary>
/// A member begins to answer: the browser gets a pass for this wave's survey and nothing else. Whoever joined after the wave was opened is
/// put on its list first. Errors: those of <see cref="MemberDesk"/>, <see cref="WaveNotFound"/>, <see cref="InvitedEnough"/>.
/// </summary>
public sealed class EnterWaveHandler(IAppDbContext db, MemberDesk desk, WaveMembers members, IPanelLock panels, IAnswerPasses passes) : IUseCase
{
    public async Task<Result<WaveEntered>> HandleAsync(EnterWaveCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.MemberAsync(command.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (panel, member) = found.Value;
        var wave = await db.Set<PanelWave>().AsNoTracking().SingleOrDefaultAsync(w => w.PanelId == panel.Id && w.Number == command.Number, cancellationToken);
        var survey = wave is null ? null : await db.Set<Survey>().SingleAsync(s => s.Id == wave.SurveyId, cancellationToken);
        if (survey is null || survey.PhaseAt(desk.Now) is not (SurveyPhase.Open or SurveyPhase.Paused))
        {
            return new WaveNotFound();
        }

        var invitation = await FindAsync(wave!, member, cancellationToken)
            ?? await panels.WithAllAsync(() => AddAsync(panel, wave!, member, survey, cancellationToken), cancellationToken);
        if (invitation is null)
        {
            return new InvitedEnough();
        }

        passes.Give(survey.Id, new AnswerPass(invitation.PersonId, AnswerDoor.Panel));
        return new WaveEntered(new DialogueSlug(DialogueKind.Survey, survey.Slug));
    }

    private Task<WaveInvitation?> FindAsync(PanelWave wave, Membership member, CancellationToken cancellationToken) =>
        db.Set<WaveInvitation>().AsNoTracking().SingleOrDefaultAsync(i => i.WaveId == wave.Id && i.MembershipId == member.Id, cancellationToken);

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
