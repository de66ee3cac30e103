using System.Text.Json;
using Medborgardialog.Application.Common;
using Medborgardialog.Application.Surveys.Import;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record GetSurveyImportQuery(string Slug);

/// <summary>What a draft that was brought in does not do as its file says, until it is published. <see cref="SurveyNotFound"/>, also for other surveys.</summary>
public sealed class GetSurveyImportHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<IReadOnlyList<Difference>>> HandleAsync(GetSurveyImportQuery query, CancellationToken cancellationToken)
    {
        var survey = SurveyAccess.MayBuild(user)
            ? await db.Set<Survey>().AsNoTracking().SingleOrDefaultAsync(s => s.Slug == query.Slug, cancellationToken)
            : null;
        var kept = survey is not { IsFrozen: false } ? null : await db.Set<AuditEntry>()
            .Where(a => a.SubjectId == survey.Id && a.Action == ImportSurveyHandler.Action).Select(a => a.Reason).FirstOrDefaultAsync(cancellationToken);
        return kept is null ? new SurveyNotFound() : kept.Length == 0 ? new List<Difference>() : JsonSerializer.Deserialize<List<Difference>>(kept)!;
    }
}
