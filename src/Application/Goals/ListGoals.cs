using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Evidence;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Goals;

public sealed record ListGoalsQuery;

/// <param name="Goals">In their order.</param>
/// <param name="Committees">Id and name, by name.</param>
/// <param name="Measures">What the ledger has that a goal can be followed by.</param>
public sealed record GoalListView(IReadOnlyList<GoalView> Goals, IReadOnlyList<(Guid Id, string Name)> Committees, IReadOnlyList<MeasureChoice> Measures);

public sealed record GoalView(string Key, int Order, string Text, IReadOnlyList<Guid> Committees, IReadOnlyList<GoalMeasure> Measures, bool IsActive, uint Version);

/// <param name="Label">The measure in words, as the latest source says it.</param>
public sealed record MeasureChoice(GoalMeasure Measure, string Label);

/// <summary>The municipality's goals, for administrators. <see cref="GoalNotFound"/> for others.</summary>
public sealed class ListGoalsHandler(IAppDbContext db, ICurrentUser user) : IUseCase
{
    public async Task<Result<GoalListView>> HandleAsync(ListGoalsQuery query, CancellationToken cancellationToken)
    {
        _ = query;
        if (!user.IsInRole(Role.Administrator))
        {
            return new GoalNotFound();
        }

        var goals = await db.Set<Goal>().AsNoTracking().OrderBy(g => g.Order).ToListAsync(cancellationToken);
        var committees = await db.Set<Committee>().OrderBy(c => c.Name).Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken);
        var rows = await db.Set<EvidenceRow>()
            .Where(r => r.Unit == "" && r.ReplacedAt == null && r.WithdrawnAt == null && r.Denominator > 0
                && (r.Measure.StartsWith("series.")
                    || (r.Group == "" && (r.Measure.EndsWith(".positive") || r.Measure.StartsWith("rate.") || r.Measure.StartsWith("loop.")))))
            .Select(r => new { r.Measure, r.Service, r.Label, r.AddedAt })
            .ToListAsync(cancellationToken);
        var measures = rows.GroupBy(r => new GoalMeasure(r.Measure, r.Service))
            .Select(g => new MeasureChoice(g.Key, g.MaxBy(r => r.AddedAt)!.Label))
            .OrderBy(m => m.Measure.Service, StringComparer.CurrentCulture).ThenBy(m => m.Label, StringComparer.CurrentCulture);
        return new GoalListView(
            [.. goals.Select(g => new GoalView(g.Key, g.Order, g.Text, g.Committees, g.Measures, g.IsActive, g.Version))],
            [.. committees.Select(c => (c.Id, c.Name))], [.. measures]);
    }
}
