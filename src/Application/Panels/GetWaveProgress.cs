using Medborgardialog.Application.Common;
using Medborgardialog.Application.Participation;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Panels;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Panels;

public sealed record GetWaveProgressQuery(Guid SurveyId);

/// <param name="Tens">Answers so far, down to whole tens; 0 for fewer than ten.</param>
public sealed record WaveProgress(int Tens);

/// <summary>How many have answered a wave, in steps of ten so that nobody sees one answer come. Two statements. <see cref="WaveNotFound"/>.</summary>
public sealed class GetWaveProgressHandler(IAppDbContext db, IParticipationGate gate) : IUseCase
{
    private const int Step = 10;

    public async Task<Result<WaveProgress>> HandleAsync(GetWaveProgressQuery query, CancellationToken cancellationToken) =>
        await db.Set<PanelWave>().AnyAsync(w => w.SurveyId == query.SurveyId, cancellationToken)
            ? new WaveProgress((await gate.ReadAsync(query.SurveyId, cancellationToken)).Answered / Step * Step)
            : new WaveNotFound();
}
