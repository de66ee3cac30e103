using Medborgardialog.Application.Common;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Goals;
using Medborgardialog.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Goals;

public sealed record GetGoalFollowUpQuery(string CommitteeSlug);

/// <param name="Month">The present month, its first day.</param>
public sealed record GoalFollowUpView(string Slug, string Name, bool MayWrite, bool IsMember, DateOnly Month, IReadOnlyList<GoalRow> Goals);

/// <param name="Figures">The latest of each measure; medborgare and brukare are rows of their own.</param>
/// <param name="Months">The present first, back to the first month that any goal of the committee was noted, at most twelve.</param>
public sealed record GoalRow(string Key, string Text, IReadOnlyList<GoalFigure> Figures, IReadOnlyList<GoalMonth> Months)
{
    /// <summary>What the committee said last; null before it has said anything.</summary>
    public GoalNoteView? Latest => Months.SelectMany(m => m.Notes).FirstOrDefault();

    public bool IsMissing => Months is [{ Notes.Count: 0 }, ..];
}

/// <param name="Notes">The latest first; empty where the month has none.</param>
public sealed record GoalMonth(DateOnly Month, IReadOnlyList<GoalNoteView> Notes);

public sealed record GoalNoteView(DateOnly Month, GoalState State, string Text, string By, DateTimeOffset At);

/// <summary>The goals that a committee follows, with the figures of the ledger and its own notes month by month. For everyone. <see cref="CommitteeNotFound"/>.</summary>
public sealed class GetGoalFollowUpHandler(IAppDbContext db, ICurrentUser user, GoalFigures figures, TimeProvider clock) : IUseCase
{
    private const int MostMonths = 12;

    public async Task<Result<GoalFollowUpView>> HandleAsync(GetGoalFollowUpQuery query, CancellationToken cancellationToken)
    {
        var committee = await db.Set<Committee>().AsNoTracking().SingleOrDefaultAsync(c => c.Slug == query.CommitteeSlug, cancellationToken);
        if (committee is null)
        {
            return new CommitteeNotFound();
        }

        var goals = (await db.Set<Goal>().AsNoTracking().Where(g => g.IsActive).OrderBy(g => g.Order).ToListAsync(cancellationToken)).Where(g => g.IsFor(committee.Id)).ToList();
        var notes = await db.Set<GoalNote>().AsNoTracking().Where(n => n.CommitteeId == committee.Id).OrderByDescending(n => n.At).ToListAsync(cancellationToken);
        var byGoal = await figures.ListAsync(committee.Id, goals, cancellationToken);
        var months = MonthsFrom(notes, GoalNote.MonthOf(clock.SwedishToday()));
        return new GoalFollowUpView(
            committee.Slug, committee.Name, ConsultationAccess.MayWriteAnswer(user, committee.Id), ConsultationAccess.MayEnterCommitteeRoom(user, committee.Id), months[0],
            [
                .. goals.Select(g => new GoalRow(
                    g.Key, g.Text, byGoal[g.Id],
                    [.. months.Select(m => new GoalMonth(m, [.. notes.Where(n => n.GoalId == g.Id && n.Month == m).Select(n => new GoalNoteView(n.Month, n.State, n.Text, n.By, n.At))]))])),
            ]);
    }

    private static List<DateOnly> MonthsFrom(List<GoalNote> notes, DateOnly now)
    {
        var first = notes.Count == 0 ? now : notes.Min(n => n.Month);
        return [.. Enumerable.Range(0, MostMonths).Select(i => now.AddMonths(-i)).TakeWhile(m => m >= first)];
    }
}
