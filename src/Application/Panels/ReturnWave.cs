using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

/// <param name="DidItHelp">How one will see whether it helped; may be empty.</param>
public sealed record ReturnWaveCommand(string Slug, int Number, string YouSaid, string WeDid, string DidItHelp);

/// <summary>
/// The result of a wave is given back to the members: what they said, what is done. They are told by mail the first time. Errors: those of
/// <see cref="PanelDesk"/>, <see cref="WaveNotFound"/> and those of <see cref="PanelWave.Return"/>.
/// </summary>
public sealed class ReturnWaveHandler(IAppDbContext db, PanelDesk desk, PanelMail mail) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(ReturnWaveCommand command, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        var panel = opened.Value;
        var wave = await db.Set<PanelWave>().SingleOrDefaultAsync(w => w.PanelId == panel.Id && w.Number == command.Number, cancellationToken);
        if (wave is null)
        {
            return new WaveNotFound();
        }

        var survey = await db.Set<Survey>().AsNoTracking().SingleAsync(s => s.Id == wave.SurveyId, cancellationToken);
        var isNew = wave.ReturnedAt is null;
        var returned = wave.Return(
            command.YouSaid, command.WeDid, command.DidItHelp, survey.PhaseAt(desk.Now) == SurveyPhase.Results, desk.OfficerName, desk.Now);
        if (!returned.IsSuccess)
        {
            return returned;
        }

        desk.Record("panel.waveReturned", panel.Id, survey.Title);
        if (isNew)
        {
            await TellAsync(panel, wave, survey.Title, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }

    private async Task TellAsync(Panel panel, PanelWave wave, string title, CancellationToken cancellationToken)
    {
        var members = await db.Set<Membership>().Where(m => m.PanelId == panel.Id && m.State == MembershipState.Active)
            .Join(db.Set<Resident>(), m => m.ResidentId, r => r.Id, (m, r) => new { m.Id, r.Email }).ToListAsync(cancellationToken);
        foreach (var member in members)
        {
            mail.Return(panel, wave, title, member.Id, member.Email);
        }
    }
}
