using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record ListMyWavesQuery(string Slug);

/// <summary>A wave in which the member was asked, and whether they have answered it. What they answered is nowhere to be found from here.</summary>
public sealed record MyWave(int Number, string Title, SurveyPhase Phase, bool HasAnswered);

/// <summary>The waves that whoever asks has been asked in, the latest first. Two statements beside finding the member. Errors: those of <see cref="MemberDesk"/>.</summary>
public sealed class ListMyWavesHandler(IAppDbContext db, MemberDesk desk, IWaveParticipation participation) : IUseCase
{
    public async Task<Result<IReadOnlyList<MyWave>>> HandleAsync(ListMyWavesQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.MemberAsync(query.Slug, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var member = found.Value.Member.Id;
        var asked = await db.Set<WaveInvitation>().AsNoTracking().Where(i => i.MembershipId == member)
            .Join(db.Set<PanelWave>(), i => i.WaveId, w => w.Id, (i, w) => new { i.PersonId, w.Number, w.SurveyId })
            .Join(db.Set<Survey>(), w => w.SurveyId, s => s.Id, (w, s) => new { w.PersonId, w.Number, Survey = s })
            .OrderByDescending(w => w.Number).ToListAsync(cancellationToken);
        var answered = await participation.WhoHasAnsweredAsync([.. asked.Select(w => (w.Survey.Id, w.PersonId))], cancellationToken);
        return asked.Where(w => w.Survey.PhaseAt(desk.Now) is not (SurveyPhase.Scheduled or SurveyPhase.Cancelled))
            .Select(w => new MyWave(w.Number, w.Survey.Title, w.Survey.PhaseAt(desk.Now), answered.Contains(w.PersonId))).ToList();
    }
}
