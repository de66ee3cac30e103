using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record GetUnitCommentsQuery(string Slug);

/// <param name="Comment">Empty when the provider has said nothing.</param>
public sealed record UnitCommented(string Slug, string Name, string Comment);

public sealed record UnitCommentsView(string Title, string Service, IReadOnlyList<UnitCommented> Units);

/// <summary>The units of the service that a survey is about, with what each provider says of its figures. <see cref="SurveyNotFound"/>.</summary>
public sealed class GetUnitCommentsHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<UnitCommentsView>> HandleAsync(GetUnitCommentsQuery query, CancellationToken cancellationToken)
    {
        var survey = await db.Set<Survey>().AsNoTracking().Where(s => s.Slug == query.Slug).Select(s => new { s.Id, s.Title, s.Service }).SingleOrDefaultAsync(cancellationToken);
        if (survey is null || !SurveyAccess.MayBuild(user))
        {
            return new SurveyNotFound();
        }

        return new UnitCommentsView(survey.Title, survey.Service, await db.Set<ServiceUnit>().Where(u => u.Service == survey.Service && u.Service != "").OrderBy(u => u.Name)
            .Select(u => new UnitCommented(
                u.Slug, u.Name, db.Set<UnitComment>().Where(c => c.SurveyId == survey.Id && c.UnitId == u.Id).Select(c => c.Text).FirstOrDefault() ?? ""))
            .ToListAsync(cancellationToken));
    }
}
