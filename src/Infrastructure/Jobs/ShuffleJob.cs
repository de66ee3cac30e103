using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Classrooms;
using Medborgardialog.Application.Promises;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Rule R5: ballots are rewritten in random order every hour while they come in, and what is kept of lessons and said of promises beside them.</summary>
internal sealed class ShuffleJob(AppDbContext db, IBallotBox box, ILessonGate lessons, IPromiseBox promises, TimeProvider clock)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var open = await db.Set<Consultation>()
            .Where(c => c.State == ConsultationState.Published && c.CountedAt == null && c.Schedule!.AnswersOpenAt <= now)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        open.AddRange(await db.Set<Survey>()
            .Where(s => s.State == SurveyState.Published && s.CountedAt == null && s.Times!.AnswersOpenAt <= now)
            .Select(s => s.Id)
            .ToListAsync(cancellationToken));
        foreach (var id in open)
        {
            await box.ShuffleAsync(id, cancellationToken);
        }

        await lessons.MixAsync(cancellationToken);
        await promises.MixAsync(cancellationToken);
    }
}
