using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Classrooms;

public sealed record GetClassSheetQuery(string Slug, Guid LessonId);

/// <param name="SurveyName">For the heading.</param>
/// <param name="Address">Where the code is typed, as people type it.</param>
public sealed record ClassSheet(string SurveyName, ClassLesson Lesson, ClassCode Code, string Address, QrModules Qr);

/// <summary>
/// The paper for the wall: the code, and where it is typed. The QR code leads to that page and does not hold the code. Errors:
/// <see cref="LessonNotFound"/>, also when the code has been erased.
/// </summary>
public sealed class GetClassSheetHandler(ClassroomDesk desk, IQrDrawing qr, IOptions<AppOptions> options) : IUseCase
{
    public const string Path = "/klass";

    public async Task<Result<ClassSheet>> HandleAsync(GetClassSheetQuery query, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(query.Slug, query.LessonId, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (survey, lesson) = found.Value;
        var link = options.Value.BaseUrl.TrimEnd('/') + Path;
        return lesson.Code is { } code
            ? new ClassSheet(survey.Title, lesson, new ClassCode(code), link.Split("://")[^1], qr.Draw(link))
            : new LessonNotFound();
    }
}

/// <param name="Side">Modules along a side, the quiet zone counted in.</param>
/// <param name="Path">Of the dark modules, for an SVG of <paramref name="Side"/> units.</param>
public sealed record QrModules(int Side, string Path);

public interface IQrDrawing
{
    /// <param name="link">What it leads to.</param>
    QrModules Draw(string link);
}
