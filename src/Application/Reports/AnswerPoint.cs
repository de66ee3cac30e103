using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Application.Reports;

/// <summary>A point of a committee's answer with how far it has come.</summary>
/// <param name="Status">Null for one that asked for nothing to be done.</param>
/// <param name="When">When it is to be done, as last said; may be empty.</param>
/// <param name="FollowUps">Oldest first.</param>
public sealed record AnswerPoint(
    Guid Id, string Heading, string YouSaid, CommitteeDecision Decision, string WeDo, string Why, string When, string Responsible,
    PointStatus? Status, IReadOnlyList<FeedbackFollowUp> FollowUps)
{
    /// <summary>Last day of <see cref="When"/>; null where it names no year.</summary>
    public DateOnly? Due => PlannedTime.LastDay(When);

    public bool IsRefused => Decision is CommitteeDecision.No or CommitteeDecision.NotOurs;

    /// <summary>Its day has passed and it is not done.</summary>
    public bool IsLateOn(DateOnly today) => new PointProgress(Status, Due, ToldOn: null).IsLateOn(today);

    /// <summary>Points without a decision, which only drafts have, are left out.</summary>
    internal static IReadOnlyList<AnswerPoint> ListOf(DecisionFeedback feedback) =>
    [
        .. feedback.Points.Where(p => p.Decision is not null).Select(p => new AnswerPoint(
            p.Id, p.Heading, p.YouSaid, p.Decision!.Value, p.WeDo, p.Why, feedback.WhenOf(p), p.Responsible, feedback.StatusOf(p),
            [.. feedback.FollowUps.Where(f => f.PointId == p.Id)])),
    ];
}
