using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Text">As the provider wrote it; empty takes the comment away.</param>
public sealed record WriteUnitCommentCommand(string Slug, string Unit, string Text);

/// <summary>
/// Puts in what a provider says of its unit's figures, unedited (ux S11). Errors: <see cref="SurveyNotFound"/>, <see cref="UnitNotFound"/>,
/// <see cref="UnitCommentWrong"/>.
/// </summary>
public sealed class WriteUnitCommentHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    public async Task<Result<Done>> HandleAsync(WriteUnitCommentCommand command, CancellationToken cancellationToken)
    {
        var survey = await db.Set<Survey>().AsNoTracking().Where(s => s.Slug == command.Slug).Select(s => new { s.Id, s.Service }).SingleOrDefaultAsync(cancellationToken);
        if (survey is null || !SurveyAccess.MayBuild(user))
        {
            return new SurveyNotFound();
        }

        var unit = await db.Set<ServiceUnit>().AsNoTracking().SingleOrDefaultAsync(u => u.Slug == command.Unit && u.Service == survey.Service, cancellationToken);
        if (unit is null)
        {
            return new UnitNotFound();
        }

        var now = clock.GetUtcNow();
        var comment = await db.Set<UnitComment>().SingleOrDefaultAsync(c => c.SurveyId == survey.Id && c.UnitId == unit.Id, cancellationToken);
        if (PlainText.Clean(command.Text).Length == 0)
        {
            if (comment is not null)
            {
                db.Set<UnitComment>().Remove(comment);
            }
        }
        else if (comment is not null)
        {
            var rewritten = comment.Rewrite(command.Text, now);
            if (!rewritten.IsSuccess)
            {
                return rewritten;
            }
        }
        else
        {
            var written = UnitComment.Write(survey.Id, unit.Id, command.Text, now);
            if (!written.IsSuccess)
            {
                return written.Error;
            }

            db.Set<UnitComment>().Add(written.Value);
        }

        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, user.DisplayName ?? "", "unit.commented", survey.Id, unit.Name, now));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Value;
    }
}
