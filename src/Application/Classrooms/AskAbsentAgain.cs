using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Classrooms;

public sealed record AskAbsentAgainCommand(string Slug, Guid LessonId, DateOnly Day);

/// <summary>
/// A lesson for those who were not there, who are moved to it. Errors: <see cref="LessonNotFound"/>, those of <see cref="ClassroomDesk.Refusal"/>,
/// <see cref="LessonDayWrong"/>, <see cref="LessonNotEnded"/>, <see cref="NobodyAbsent"/>.
/// </summary>
public sealed class AskAbsentAgainHandler(IAppDbContext db, ClassroomDesk desk) : IUseCase
{
    public async Task<Result<LessonPlanned>> HandleAsync(AskAbsentAgainCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(command.Slug, command.LessonId, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (survey, lesson) = found.Value;
        if (desk.Refusal(survey) is { } refusal)
        {
            return refusal;
        }

        if (!desk.IsDay(survey, command.Day))
        {
            return new LessonDayWrong();
        }

        var again = lesson.AskAbsentAgain(command.Day, desk.OfficerId, desk.Now);
        if (!again.IsSuccess)
        {
            return again.Error;
        }

        db.Set<ClassLesson>().Add(again.Value);
        desk.Record("class.askedAgain", survey.DialogueId, lesson.Name);
        await db.SaveChangesAsync(cancellationToken);
        return new LessonPlanned(again.Value.Id);
    }
}
