namespace Medborgardialog.Domain.Reports;

/// <summary>How far a point of a committee's answer has come, and by when it was to be done.</summary>
/// <param name="Status">Null for one that asked for nothing to be done.</param>
/// <param name="Due">Last day of the time that was last said; null where that names no year.</param>
/// <param name="ToldOn">When it was last said how it goes; null before the first time. A Swedish date.</param>
public sealed record PointProgress(PointStatus? Status, DateOnly? Due, DateOnly? ToldOn)
{
    /// <summary>Nothing more will come of it.</summary>
    public bool IsFinal => Status is PointStatus.Done or PointStatus.Stopped;

    /// <summary>The day has passed and it is not done.</summary>
    public bool IsLateOn(DateOnly today) => Status is not null && !IsFinal && Due < today;

    /// <summary>It can be said whether it was kept: it is done, stopped, or its day has passed.</summary>
    public bool HasFallenDueOn(DateOnly today) => IsFinal || IsLateOn(today);

    /// <param name="dateOf">The Swedish date of an instant.</param>
    public static IReadOnlyList<PointProgress> ListOf(DecisionFeedback feedback, Func<DateTimeOffset, DateOnly> dateOf) =>
    [
        .. feedback.Points.Where(p => p.Decision is not null).Select(p => new PointProgress(
            feedback.StatusOf(p), PlannedTime.LastDay(feedback.WhenOf(p)),
            feedback.FollowUps.LastOrDefault(f => f.PointId == p.Id) is { } told ? dateOf(told.At) : null)),
    ];
}
