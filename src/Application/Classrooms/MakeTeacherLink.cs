using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;
using Microsoft.Extensions.Options;

namespace Medborgardialog.Application.Classrooms;

public sealed record MakeTeacherLinkCommand(string Slug, Guid LessonId);

/// <param name="Link">Absolute address. Shown once: only its hash is kept.</param>
public sealed record TeacherLinkMade(string Link);

/// <summary>A new link for the teacher; the one before ends. Errors: <see cref="LessonNotFound"/>, <see cref="LessonOver"/>.</summary>
public sealed class MakeTeacherLinkHandler(IAppDbContext db, ClassroomDesk desk, IOptions<AppOptions> options) : IUseCase
{
    public const string Path = "/lektion";

    public async Task<Result<TeacherLinkMade>> HandleAsync(MakeTeacherLinkCommand command, CancellationToken cancellationToken)
    {
        var found = await desk.OpenAsync(command.Slug, command.LessonId, cancellationToken);
        if (!found.IsSuccess)
        {
            return found.Error;
        }

        var (survey, lesson) = found.Value;
        var key = RandomId.Bytes(16);
        var given = lesson.GiveTeacher(key);
        if (!given.IsSuccess)
        {
            return given.Error;
        }

        desk.Record("class.linkMade", survey.DialogueId, lesson.Name);
        await db.SaveChangesAsync(cancellationToken);
        return new TeacherLinkMade($"{options.Value.BaseUrl.TrimEnd('/')}{Path}/{Convert.ToHexStringLower(key)}");
    }
}
