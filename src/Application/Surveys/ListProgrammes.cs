using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

/// <param name="Slug">Of the programme whose figures are wanted too; null for none.</param>
public sealed record ListProgrammesQuery(string? Slug = null);

/// <param name="Editions">Of our own surveys.</param>
public sealed record ProgrammeRow(Guid Id, string Slug, string Name, IReadOnlyList<string> Editions, int Figures);

/// <param name="Figures">Of the programme that was asked for, by indicator, place and edition.</param>
public sealed record ProgrammesView(IReadOnlyList<ProgrammeRow> Programmes, IReadOnlyList<HistoricFigure> Figures);

/// <summary>
/// Every programme with its editions (N1), and the figures from before the system or from elsewhere. Errors: <see cref="SurveyForbidden"/>,
/// <see cref="ProgrammeNotFound"/>.
/// </summary>
public sealed class ListProgrammesHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<ProgrammesView>> HandleAsync(ListProgrammesQuery query, CancellationToken cancellationToken)
    {
        if (!SurveyAccess.MayBuild(user))
        {
            return new SurveyForbidden();
        }

        var programmes = await db.Set<Programme>().OrderBy(p => p.Name).Select(p => new ProgrammeRow(
            p.Id, p.Slug, p.Name, db.Set<Survey>().Where(s => s.ProgrammeId == p.Id).Select(s => s.Edition).ToList(),
            db.Set<HistoricFigure>().Count(f => f.ProgrammeId == p.Id))).ToListAsync(cancellationToken);
        if (query.Slug is null)
        {
            return new ProgrammesView(programmes, []);
        }

        if (programmes.Find(p => p.Slug == query.Slug) is not { } programme)
        {
            return new ProgrammeNotFound();
        }

        var figures = await db.Set<HistoricFigure>().AsNoTracking().Where(f => f.ProgrammeId == programme.Id).ToListAsync(cancellationToken);
        return new ProgrammesView(programmes, [.. figures.OrderBy(f => f.Indicator, StringComparer.Ordinal).ThenBy(f => f.Place, StringComparer.Ordinal).ThenBy(f => f.Edition, EditionOrder.Instance)]);
    }
}

public sealed record ProgrammeNotFound() : NotFoundError("programme.notFound");
