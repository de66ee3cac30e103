using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Goals;

/// <summary>What the committee says of a goal this month.</summary>
public enum GoalState
{
    OnTheWay = 1,
    Partly = 2,
    NotYet = 3,
}

/// <summary>A committee's note on a goal for a month. Never edited: what is written later of the same month stands beside it, and the latest counts.</summary>
public sealed class GoalNote : Entity
{
    public const int MaxText = 600;

    private GoalNote()
    {
    }

    private GoalNote(Guid goalId, Guid committeeId, DateOnly month, GoalState state, string text, string by, DateTimeOffset now) =>
        (GoalId, CommitteeId, Month, State, Text, By, At) = (goalId, committeeId, month, state, text, by, now);

    public Guid GoalId { get; private set; }

    public Guid CommitteeId { get; private set; }

    /// <summary>The first day of the month that it is about.</summary>
    public DateOnly Month { get; private set; }

    public GoalState State { get; private set; }

    public string Text { get; private set; } = "";

    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Errors: <see cref="GoalNoteTextWrong"/>, <see cref="GoalStateMissing"/>, <see cref="GoalMonthWrong"/> (a month to come, or more than a year ago).</summary>
    /// <param name="month">Any day of it.</param>
    public static Result<GoalNote> Write(Goal goal, Guid committeeId, DateOnly month, GoalState? state, string text, string by, DateOnly today, DateTimeOffset now)
    {
        if (!goal.IsActive || !goal.IsFor(committeeId))
        {
            return new GoalNotFound();
        }

        var first = MonthOf(month);
        if (first > MonthOf(today) || first < MonthOf(today).AddYears(-1))
        {
            return new GoalMonthWrong();
        }

        if (state is not { } said || !Enum.IsDefined(said))
        {
            return new GoalStateMissing();
        }

        var clean = text.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
        return clean.Length is 0 or > MaxText ? new GoalNoteTextWrong(MaxText) : new GoalNote(goal.Id, committeeId, first, said, clean, by, now);
    }
}

public sealed record GoalNoteTextWrong(int Max) : RuleError("goals.noteWrong");

public sealed record GoalStateMissing() : RuleError("goals.stateMissing");

public sealed record GoalMonthWrong() : RuleError("goals.monthWrong");
