using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Classrooms;

public sealed record RemoveLessonCommand(string Slug, Guid LessonId);

/// <summary>Takes away a lesson that has not begun, with its list. Errors: <see cref="LessonNotFound"/>, <see cref="LessonBegun"/>.</summary>
public sealed class RemoveLessonHandler(IAppDbContext db, ClassroomDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(RemoveLessonCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(command.Slug, command.LessonId, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (survey, lesson) = found.Value;
        if (lesson.OpenedAt is not null)
        {
            return new LessonBegun();
        }

        db.Set<ClassLesson>().Remove(lesson);
        desk.Record("class.removed", survey.DialogueId, lesson.Name);
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
