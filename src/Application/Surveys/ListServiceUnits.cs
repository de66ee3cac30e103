using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record ListServiceUnitsQuery;

/// <summary>Every unit, by service and name. <see cref="SurveyForbidden"/> for those who may not build.</summary>
public sealed class ListServiceUnitsHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<IReadOnlyList<ServiceUnit>>> HandleAsync(ListServiceUnitsQuery query, CancellationToken cancellationToken) =>
        SurveyAccess.MayBuild(user)
            ? await db.Set<ServiceUnit>().AsNoTracking().OrderBy(u => u.Service).ThenBy(u => u.Name).ToListAsync(cancellationToken)
            : new SurveyForbidden();
}
