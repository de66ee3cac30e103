using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record ListApprovalChecksQuery(string Slug);

/// <summary>
/// What other features ask of a survey before it is approved, beside its own tasks; empty when it is approved. <see cref="SurveyNotFound"/>, also for
/// those who may not build.
/// </summary>
public sealed class ListApprovalChecksHandler(IAppDbContext db, ICurrentUser user, IEnumerable<IBeforeApproval> others) : IUseCase
{
    public async Task<Result<IReadOnlyList<ApprovalCheck>>> HandleAsync(ListApprovalChecksQuery query, CancellationToken cancellationToken)
    {
        if (!SurveyAccess.MayBuild(user) || await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.Slug == query.Slug, cancellationToken) is not { } survey)
        {
            return new SurveyNotFound();
        }

        List<ApprovalCheck> checks = [];
        foreach (var other in survey.IsFrozen ? [] : others)
        {
            checks.AddRange(await other.ChecksAsync(survey, cancellationToken));
        }

        return checks;
    }
}
