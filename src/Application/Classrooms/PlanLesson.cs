using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Classrooms;

/// <param name="List">One pupil a line; may be empty.</param>
/// <param name="Number">How many they are, where there is no list.</param>
public sealed record PlanLessonCommand(string Slug, string Name, DateOnly Day, string List, int? Number);

public sealed record LessonPlanned(Guid LessonId);

/// <summary>
/// An officer plans a lesson; it has its code at once. Errors: <see cref="LessonNotFound"/>, those of <see cref="ClassroomDesk.Refusal"/> and of
/// <see cref="ClassLesson.Plan"/>, <see cref="LessonDayWrong"/>.
/// </summary>
public sealed class PlanLessonHandler(IAppDbContext db, ClassroomDesk desk) : IUseCase
{
    public async Task<Result<LessonPlanned>> HandleAsync(PlanLessonCommand command, CancellationToken cancellationToken)
    {
        var survey = await desk.OpenAsync(command.Slug, cancellationToken);
        if (!survey.IsSuccess)
        {
            return survey.Error;
        }

        if (desk.Refusal(survey.Value) is { } refusal)
        {
            return refusal;
        }

        var planned = ClassLesson.Plan(survey.Value.DialogueId, command.Name, command.Day, command.List, command.Number, desk.OfficerId, desk.Now);
        if (!planned.IsSuccess)
        {
            return planned.Error;
        }

        if (!desk.IsDay(survey.Value, command.Day))
        {
            return new LessonDayWrong();
        }

        db.Set<ClassLesson>().Add(planned.Value);
        desk.Record("class.planned", survey.Value.DialogueId, planned.Value.Name);
        await db.SaveChangesAsync(cancellationToken);
        return new LessonPlanned(planned.Value.Id);
    }
}
