using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Classrooms;

/// <param name="Present">Places in the list, from 0; all others are not there.</param>
public sealed record TickPupilsCommand(TeacherPass Pass, IReadOnlySet<int> Present);

/// <summary>The teacher says who is there; the whole list is written at once. Errors: <see cref="LessonNotFound"/>, <see cref="LessonOver"/>.</summary>
public sealed class TickPupilsHandler(IAppDbContext db, ClassroomDesk desk, ILessonGate gate) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(TickPupilsCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(command.Pass, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var ticked = found.Value.Tick(command.Present);
        if (!ticked.IsSuccess)
        {
            return ticked.Error;
        }

        await db.SaveChangesAsync(cancellationToken);
        await gate.ForgetEarlierAsync(cancellationToken);
        return Done.Value;
    }
}
