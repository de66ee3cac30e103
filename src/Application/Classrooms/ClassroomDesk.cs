using System.Security.Cryptography;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Surveys;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Identity;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Classrooms;

/// <summary>What officers and teachers do with lessons has in common: the survey and the lesson are found, and only those who may know of them.</summary>
public sealed class ClassroomDesk(IAppDbContext db, ICurrentUser user, IAnswerDefinitions definitions, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => clock.SwedishToday();

    public Guid OfficerId => user.Id ?? Guid.Empty;

    /// <summary>First instant of the next Swedish day. No switch of the clocks is at midnight.</summary>
    public DateTimeOffset DayEnds => SwedishTime.ToInstant(Today.AddDays(1).ToDateTime(TimeOnly.MinValue)) ?? Now.AddDays(1);

    /// <summary><see cref="LessonNotFound"/> when no survey is published there, and for all who are no officers.</summary>
    public async Task<Result<AnswerDefinition>> OpenAsync(string slug, CancellationToken cancellationToken) =>
        SurveyAccess.MayBuild(user) && await definitions.FindAsync(new DialogueSlug(DialogueKind.Survey, slug), cancellationToken) is { } definition
            ? definition
            : new LessonNotFound();

    /// <summary>The officer's lesson. <see cref="LessonNotFound"/>.</summary>
    public async Task<Result<(AnswerDefinition Survey, ClassLesson Lesson)>> OpenAsync(string slug, Guid lessonId, CancellationToken cancellationToken)
    {
        var survey = await OpenAsync(slug, cancellationToken);
        if (!survey.IsSuccess)
        {
            return survey.Error;
        }

        var surveyId = survey.Value.DialogueId;
        return await db.Set<ClassLesson>().SingleOrDefaultAsync(l => l.Id == lessonId && l.SurveyId == surveyId, cancellationToken) is { } lesson
            ? (survey.Value, lesson)
            : new LessonNotFound();
    }

    /// <summary>The lesson of whoever came with a teacher's link, as long as the link is the one that holds. <see cref="LessonNotFound"/>.</summary>
    public async Task<Result<ClassLesson>> OpenAsync(TeacherPass pass, CancellationToken cancellationToken) =>
        await db.Set<ClassLesson>().SingleOrDefaultAsync(l => l.Id == pass.LessonId, cancellationToken) is { TeacherKeyHash: { } held } lesson
        && CryptographicOperations.FixedTimeEquals(held, pass.KeyHash)
            ? lesson
            : new LessonNotFound();

    /// <summary>The survey as everybody may know it; null when it is not published.</summary>
    public async Task<AnswerDefinition?> SurveyAsync(Guid surveyId, CancellationToken cancellationToken)
    {
        var slug = await db.Set<Domain.Surveys.Survey>().Where(s => s.Id == surveyId).Select(s => s.Slug).SingleOrDefaultAsync(cancellationToken);
        return slug is null ? null : await definitions.FindAsync(new DialogueSlug(DialogueKind.Survey, slug), cancellationToken);
    }

    /// <summary>Why no lesson is held in this survey now; null when it may be.</summary>
    public Error? Refusal(AnswerDefinition survey) => survey switch
    {
        { MinimumAssurance: > AssuranceLevel.LetterCode } => new ClassesNotTaken(),
        { State: BoxState.Cancelled } => new AnswersCancelled(),
        { State: BoxState.Closed } => new AnswersClosed(survey.Times.ClosesAt),
        _ when Now >= survey.Times.ClosesAt => new AnswersClosed(survey.Times.ClosesAt),
        _ => null,
    };

    /// <summary>Whether a lesson can be planned on that day.</summary>
    public bool IsDay(AnswerDefinition survey, DateOnly day) => day >= Today && day >= survey.Times.OpenAt.SwedishDate() && day <= survey.Times.ClosesAt.SwedishDate();

    /// <param name="action">Key below <c>audit.</c>, for example <c>class.planned</c>.</param>
    public void Record(string action, Guid surveyId, string name) =>
        db.Set<AuditEntry>().Add(new AuditEntry(
            user.Id, user.Title is { Length: > 0 } title ? $"{user.DisplayName}, {title}" : user.DisplayName ?? "", action, surveyId, name, Now));
}

/// <summary>What a teacher's browser holds of the link that was opened there.</summary>
/// <param name="KeyHash">SHA-256 of the link's random bits.</param>
public sealed record TeacherPass(Guid LessonId, byte[] KeyHash);
