using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Disclosure;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Within">How far ahead closings are told about.</param>
public sealed record CloseSurveysCommand(TimeSpan Within);

/// <param name="Coming">Closings that will come within the time asked for, UTC.</param>
public sealed record SurveysClosed(int Sealed, IReadOnlyList<DateTimeOffset> Coming);

/// <summary>
/// Run by a job: seals the box of every survey whose time has passed, and has its result compiled, so that no reader waits for that. The
/// box decides by the database's clock and is safe to seal twice.
/// Cancelled ones are sealed together with the cancelled rådslag.
/// </summary>
public sealed class CloseSurveysHandler(IAppDbContext db, IBallotBox box, IDisclosureGate gate, TimeProvider clock) : IUseCase
{
    public async Task<Result<SurveysClosed>> HandleAsync(CloseSurveysCommand command, CancellationToken cancellationToken)
    {
        var horizon = clock.GetUtcNow() + command.Within;
        var near = await db.Set<Survey>().AsNoTracking()
            .Where(s => s.State == SurveyState.Published && s.CountedAt == null && s.Times!.ClosesAt <= horizon)
            .Select(s => new { s.Id, s.Times!.ClosesAt })
            .ToListAsync(cancellationToken);
        var closed = 0;
        foreach (var survey in near)
        {
            if (await box.SealAsync(survey.Id, cancellationToken))
            {
                await gate.ReadSurveyAsync(survey.Id, Audience.Report, cancellationToken);
                closed++;
            }
        }

        var now = clock.GetUtcNow();
        return new SurveysClosed(closed, [.. near.Where(s => s.ClosesAt > now).Select(s => s.ClosesAt).Distinct()]);
    }
}
