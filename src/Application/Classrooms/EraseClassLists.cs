using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Classrooms;

public sealed record EraseClassListsCommand;

/// <summary>
/// When a survey has closed or been cancelled its lists of pupils are erased, with codes and teachers' links. Run every minute with the
/// closings, and may run twice.
/// </summary>
public sealed class EraseClassListsHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(EraseClassListsCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        var now = clock.GetUtcNow();
        var over = await db.Set<ClassLesson>()
            .Where(l => l.Code != null && db.Set<Survey>().Any(s => s.Id == l.SurveyId
                && (s.CountedAt != null || s.State == SurveyState.Cancelled || s.State == SurveyState.Published && s.Times!.ClosesAt <= now)))
            .ToListAsync(cancellationToken);
        foreach (var lesson in over)
        {
            lesson.Erase();
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
