namespace Medborgardialog.Domain.Reports;

/// <summary>How far a point of a committee's answer has come, and by when it was to be done.</summary>
/// <param name="Status">Null for one that asked for nothing to be done.</param>
/// <param name="Due">Last day of the time that was last said; null where that names no year.</param>
/// <param name="ToldOn">When it was last said how it goes; null before the first time. A Swedish date.</param>
public sealed record PointProgress(PointStatus? Status, DateOnly? Due, DateOnly? ToldOn)
{
    /// <summary>Last day of the earliest time that was ever said, <see cref="Due"/> where it was said once; null where none names a year.</summary>
    public DateOnly? FirstDue { get; init; } = Due;

    /// <summary>It was said once that it is done or stopped, whatever has been said since.</summary>
    public bool HasEnded { get; init; }

    /// <summary>Nothing more will come of it.</summary>
    public bool IsFinal => Status is PointStatus.Done or PointStatus.Stopped;

    /// <summary>The day has passed and it is not done.</summary>
    public bool IsLateOn(DateOnly today) => Status is not null && !IsFinal && Due < today;

    /// <summary>
    /// It can be said whether it was kept: it has been done or stopped, or a day has passed that was ever said. Those who are rated say the new days, and must not be
    /// able to close what has been opened.
    /// </summary>
    public bool HasFallenDueOn(DateOnly today) => Status is not null && (IsFinal || HasEnded || FirstDue < today);

    /// <param name="dateOf">The Swedish date of an instant.</param>
    public static IReadOnlyList<PointProgress> ListOf(DecisionFeedback feedback, Func<DateTimeOffset, DateOnly> dateOf) =>
    [
        .. feedback.Points.Where(p => p.Decision is not null).Select(p => Of(feedback, p, [.. feedback.FollowUps.Where(f => f.PointId == p.Id)], dateOf)),
    ];

    private static PointProgress Of(DecisionFeedback feedback, FeedbackPoint point, List<FeedbackFollowUp> told, Func<DateTimeOffset, DateOnly> dateOf) =>
        new(feedback.StatusOf(point), PlannedTime.LastDay(feedback.WhenOf(point)), told.Count > 0 ? dateOf(told[^1].At) : null)
        {
            FirstDue = told.Select(f => f.When).Prepend(point.When).Min(PlannedTime.LastDay),
            HasEnded = told.Exists(f => f.Status is PointStatus.Done or PointStatus.Stopped),
        };
}
