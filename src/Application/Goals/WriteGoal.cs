using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Goals;

/// <param name="Key">Of a goal that is there, or empty for a new one.</param>
/// <param name="Version">Of the form, 0 for a new one.</param>
public sealed record WriteGoalCommand(string Key, uint Version, string Text, IReadOnlyList<Guid> Committees, IReadOnlyList<GoalMeasure> Measures, bool IsActive);

public sealed record GoalWritten(string Key);

/// <summary>An administrator writes a goal. Errors: <see cref="GoalNotFound"/> (also for others), <see cref="GoalChangedMeanwhile"/>, those of <see cref="Goal.Write"/>.</summary>
public sealed class WriteGoalHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock) : IUseCase
{
    /// <summary>The address of the form for a new goal.</summary>
    private const string Reserved = "nytt";

    public async Task<Result<GoalWritten>> HandleAsync(WriteGoalCommand command, CancellationToken cancellationToken)
    {
        var goal = command.Key.Length > 0
            ? await db.Set<Goal>().SingleOrDefaultAsync(g => g.Key == command.Key, cancellationToken)
            : await NewAsync(command.Text, cancellationToken);
        if (goal is null || !user.IsInRole(Role.Administrator))
        {
            return new GoalNotFound();
        }

        if (command.Key.Length > 0 && goal.Version != command.Version)
        {
            return new GoalChangedMeanwhile();
        }

        var known = await db.Set<Committee>().Where(c => command.Committees.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken);
        var written = goal.Write(command.Text, known, command.Measures, command.IsActive);
        if (!written.IsSuccess)
        {
            return written.Error;
        }

        if (command.Key.Length == 0)
        {
            db.Set<Goal>().Add(goal);
        }

        db.Set<AuditEntry>().Add(new AuditEntry(user.Id, user.DisplayName ?? "", "goal.written", goal.Id, goal.Text, clock.GetUtcNow()));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another administrator wrote it, or took the same key, in the same moment.
            return new GoalChangedMeanwhile();
        }

        return new GoalWritten(goal.Key);
    }

    private async Task<Goal> NewAsync(string text, CancellationToken cancellationToken)
    {
        var taken = await db.Set<Goal>().Select(g => new { g.Key, g.Order }).ToListAsync(cancellationToken);
        var words = Slugs.From(text);
        var start = words.Length > Goal.MaxKey - 4 ? words[..(Goal.MaxKey - 4)].Trim('-') : words.Length == 0 ? "mal" : words;
        var key = Enumerable.Range(1, taken.Count + 2).Select(i => i == 1 ? start : $"{start}-{i}").First(k => k != Reserved && taken.TrueForAll(t => t.Key != k));
        return new Goal(key, taken.Count == 0 ? 1 : taken.Max(t => t.Order) + 1);
    }
}
