using System.Security.Cryptography;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Classrooms;
using Medborgardialog.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Classrooms;

/// <param name="Token">The last part of the link.</param>
public sealed record FindTeachersLessonQuery(string? Token);

/// <summary>Whose lesson a teacher's link is. <see cref="TeacherLinkUnknown"/>, whatever is wrong with it.</summary>
public sealed class FindTeachersLessonHandler(IAppDbContext db) : IUseCase
{
    private const int Length = 32;

    public async Task<Result<TeacherPass>> HandleAsync(FindTeachersLessonQuery query, CancellationToken cancellationToken)
    {
        if (query.Token is not { Length: Length } token || !token.All(char.IsAsciiHexDigit))
        {
            return new TeacherLinkUnknown();
        }

        var hash = SHA256.HashData(Convert.FromHexString(token));
        var id = await db.Set<ClassLesson>().Where(l => l.TeacherKeyHash == hash).Select(l => l.Id).SingleOrDefaultAsync(cancellationToken);
        return id == default ? new TeacherLinkUnknown() : new TeacherPass(id, hash);
    }
}
