using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Classrooms;

public sealed record OpenLessonCommand(TeacherPass Pass);

/// <summary>
/// The teacher lets the pupils in. Errors: <see cref="LessonNotFound"/>, those of <see cref="ClassroomDesk.Refusal"/>, <see cref="AnswersNotOpen"/>,
/// <see cref="LessonOver"/>.
/// </summary>
public sealed class OpenLessonHandler(IAppDbContext db, ClassroomDesk desk) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(OpenLessonCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(command.Pass, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        if (await desk.SurveyAsync(found.Value.SurveyId, cancellationToken) is not { } survey)
        {
            return new LessonNotFound();
        }

        var refusal = desk.Refusal(survey) ?? (survey.State == BoxState.Paused ? new AnswersPaused() : desk.Now < survey.Times.OpenAt ? new AnswersNotOpen() : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var opened = found.Value.Open(desk.Now, desk.DayEnds, survey.Times.ClosesAt);
        if (!opened.IsSuccess)
        {
            return opened.Error;
        }

        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
