using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Classrooms;

public sealed record GetLessonQuery(string Slug, Guid LessonId);

/// <param name="Refusal">Why no lesson is held now; null when it may be.</param>
/// <param name="Now">What is open or over is decided by this.</param>
public sealed record LessonView(AnswerDefinition Survey, ClassLesson Lesson, LessonTally Tally, Error? Refusal, DateTimeOffset Now)
{
    /// <summary>A number as it may be told: the full five below it, so that nobody sees it move when one person sends.</summary>
    public static int Step(int count) => count / ClassLesson.FewestToHide * ClassLesson.FewestToHide;
}

/// <summary>One lesson, as an officer sees it. <see cref="LessonNotFound"/>.</summary>
public sealed class GetLessonHandler(ClassroomDesk desk, ILessonGate gate) : IUseCase
{
    public async Task<Result<LessonView>> HandleAsync(GetLessonQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(query.Slug, query.LessonId, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (survey, lesson) = found.Value;
        var tallies = await gate.TallyAsync(survey.DialogueId, cancellationToken);
        return new LessonView(survey, lesson, tallies.GetValueOrDefault(lesson.Id, LessonTally.None), desk.Refusal(survey), desk.Now);
    }
}
