using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Classrooms;

public sealed record GetTeachersLessonQuery(TeacherPass Pass);

/// <summary>One lesson, as its teacher sees it. <see cref="LessonNotFound"/>.</summary>
public sealed class GetTeachersLessonHandler(ClassroomDesk desk, ILessonGate gate) : IUseCase
{
    public async Task<Result<LessonView>> HandleAsync(GetTeachersLessonQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(query.Pass, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var lesson = found.Value;
        if (await desk.SurveyAsync(lesson.SurveyId, cancellationToken) is not { } survey)
        {
            return new LessonNotFound();
        }

        var tallies = await gate.TallyAsync(lesson.SurveyId, cancellationToken);
        return new LessonView(survey, lesson, tallies.GetValueOrDefault(lesson.Id, LessonTally.None), desk.Refusal(survey), desk.Now);
    }
}
