using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Surveys;

public sealed record ListSurveysQuery;

/// <summary>One row of the public list.</summary>
public sealed record SurveyRow(string Slug, string Title, string Why, string Committee, SurveyPhase Phase, SurveyTimes Times);

/// <summary>Published surveys, those that are open first. One statement.</summary>
public sealed class ListSurveysHandler(IAppDbContext db, TimeProvider clock) : IUseCase
{
    public async Task<Result<IReadOnlyList<SurveyRow>>> HandleAsync(ListSurveysQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        var now = clock.GetUtcNow();
        var rows = await db.Set<Survey>().AsNoTracking()
            .Where(s => s.State != SurveyState.Draft && s.State != SurveyState.InReview)
            .Select(s => new
            {
                s.Slug, s.Title, s.Why, s.State, s.Times,
                Committee = db.Set<Committee>().Where(c => c.Id == s.CommitteeId).Select(c => c.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return rows
            .Select(r => new SurveyRow(r.Slug, r.Title, r.Why, r.Committee ?? "", Survey.PhaseOf(r.State, r.Times, now), r.Times!))
            .OrderBy(r => r.Phase == SurveyPhase.Open ? 0 : 1)
            .ThenByDescending(r => r.Times.ClosesAt)
            .ToList();
    }
}
