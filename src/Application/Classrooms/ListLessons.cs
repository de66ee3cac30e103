using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Classrooms;

public sealed record ListLessonsQuery(string Slug);

/// <param name="Lessons">Latest day first.</param>
/// <param name="Refusal">Why no lesson is held now; null when it may be.</param>
/// <param name="Now">What is open or over is decided by this.</param>
public sealed record LessonList(AnswerDefinition Survey, IReadOnlyList<ClassLesson> Lessons, Error? Refusal, DateTimeOffset Now);

/// <summary>The lessons of a survey. <see cref="LessonNotFound"/>.</summary>
public sealed class ListLessonsHandler(IAppDbContext db, ClassroomDesk desk) : IUseCase
{
    public async Task<Result<LessonList>> HandleAsync(ListLessonsQuery query, CancellationToken cancellationToken)
    {
        var survey = await desk.OpenAsync(query.Slug, cancellationToken);
        if (!survey.IsSuccess)
        {
            return survey.Error;
        }

        var id = survey.Value.DialogueId;
        var lessons = await db.Set<ClassLesson>().AsNoTracking().Where(l => l.SurveyId == id)
            .OrderByDescending(l => l.Day).ThenBy(l => l.Name).ThenBy(l => l.Id).ToListAsync(cancellationToken);
        return new LessonList(survey.Value, lessons, desk.Refusal(survey.Value), desk.Now);
    }
}
