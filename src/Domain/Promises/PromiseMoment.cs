using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Domain.Promises;

/// <summary>When those who took part can say whether the promise was kept. Once opened it stays open, whatever the committee says later.</summary>
/// <param name="IsOpen">Something that was promised has been done or stopped, or is past a day that was said for it.</param>
/// <param name="OpensOn">The day after which the first of it has fallen due; null when it is open, when nothing was promised, and when no day was said.</param>
/// <param name="HasPromises">The answer holds something to be done.</param>
public sealed record PromiseMoment(bool IsOpen, DateOnly? OpensOn, bool HasPromises)
{
    public static PromiseMoment None { get; } = new(IsOpen: false, OpensOn: null, HasPromises: false);

    /// <param name="points">Of the public answer.</param>
    /// <param name="today">The Swedish date.</param>
    public static PromiseMoment Of(IEnumerable<PointProgress> points, DateOnly today)
    {
        var promised = points.Where(p => p.Status is not null).ToList();
        var open = promised.Exists(p => p.HasFallenDueOn(today));
        return new PromiseMoment(open, open ? null : promised.Min(p => p.FirstDue), promised.Count > 0);
    }
}
