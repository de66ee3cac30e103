using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Classrooms;

public sealed record CloseLessonCommand(TeacherPass Pass);

/// <summary>
/// Nobody more comes in; those who are in may still send. The order in which the class has answered is not left until the hour is full.
/// <see cref="LessonNotFound"/>.
/// </summary>
public sealed class CloseLessonHandler(IAppDbContext db, ClassroomDesk desk, IBallotBox box) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(CloseLessonCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(command.Pass, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        found.Value.Close(desk.Now);
        await db.SaveChangesAsync(cancellationToken);
        await box.ShuffleAsync(found.Value.SurveyId, cancellationToken);
        return Done.Value;
    }
}
