using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Moderation;

public sealed record OpenCaseCommand(Guid PostId);

public sealed record CaseOpened(Guid CaseId);

/// <summary>A moderator wants to look at a post that nobody has reported, or at one that is hidden. Errors: <see cref="ModerationForbidden"/>, <see cref="PostNotFound"/>.</summary>
public sealed class OpenCaseHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<CaseOpened>> HandleAsync(OpenCaseCommand command, CancellationToken cancellationToken)
    {
        if (!ConsultationAccess.MayModerate(user))
        {
            return new ModerationForbidden();
        }

        var row = await db.Set<Post>()
            .Where(p => p.Id == command.PostId)
            .Select(p => new { Post = p, Case = db.Set<ModerationCase>().FirstOrDefault(c => c.PostId == p.Id && c.Outcome == CaseOutcome.Waiting) })
            .SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return new PostNotFound();
        }

        if (row.Case is { } open)
        {
            return new CaseOpened(open.Id);
        }

        var made = new ModerationCase(row.Post, [], clock.GetUtcNow());
        db.Set<ModerationCase>().Add(made);
        await db.SaveChangesAsync(cancellationToken);
        return new CaseOpened(made.Id);
    }
}
