using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record ListComparedServicesQuery;

/// <param name="Slug">Address of the service, for example <c>hemtjanst</c>.</param>
/// <param name="Survey">The latest survey whose result tells its units apart.</param>
public sealed record ServiceCompared(string Slug, string Name, string Survey, int Units);

/// <summary>Services whose units can be compared, in the order of their names. One statement.</summary>
public sealed class ListComparedServicesHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Result<IReadOnlyList<ServiceCompared>>> HandleAsync(ListComparedServicesQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        var now = clock.GetUtcNow();
        var shown = await db.Set<Survey>().AsNoTracking().Where(s => s.Service != "" && s.State == SurveyState.Closed && s.Times!.ResultsAt <= now)
            .OrderByDescending(s => s.CountedAt).Select(s => new { s.Service, s.Title, s.Breakdowns }).ToListAsync(cancellationToken);
        return shown.Where(s => s.Breakdowns.Any(b => b.Key == CompareUnitsHandler.Variable))
            .DistinctBy(s => Slugs.From(s.Service), StringComparer.Ordinal)
            .Select(s => new ServiceCompared(Slugs.From(s.Service), s.Service, s.Title, s.Breakdowns.First(b => b.Key == CompareUnitsHandler.Variable).Categories.Count))
            .OrderBy(s => s.Name, StringComparer.Ordinal)
            .ToList();
    }
}
