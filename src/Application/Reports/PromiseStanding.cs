using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Promises;
using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>What those who took part say of a committee's promise, as far as it may be told.</summary>
/// <param name="Moment">Whether it can be said yet.</param>
/// <param name="Quota">Null below ten votes.</param>
public sealed record PromiseStanding(PromiseMoment Moment, PromiseFigure? Quota)
{
    internal static PromiseStanding Of(DecisionFeedback? feedback, PromiseQuota? quota, DateOnly today) => new(
        feedback is { State: FeedbackState.Published } ? PromiseMoment.Of(PointProgress.ListOf(feedback, SwedishTime.SwedishDate), today) : PromiseMoment.None,
        quota is null ? null : new PromiseFigure(quota.Kept, quota.Partly, quota.Broken, quota.Reasons, quota.ToldOn));
}

/// <summary>Told ten votes at a time.</summary>
/// <param name="Reasons">How many have said why.</param>
/// <param name="ToldOn">The Swedish date when these figures were told.</param>
public sealed record PromiseFigure(int Kept, int Partly, int Broken, int Reasons, DateOnly ToldOn)
{
    public int Votes => Kept + Partly + Broken;
}
