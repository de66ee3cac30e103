using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Reports;

public sealed record FeedbackNotFound() : NotFoundError("feedback.notFound");

/// <summary>In the room, but this is for another role there.</summary>
public sealed record FeedbackForbidden() : ForbiddenError("feedback.forbidden");

/// <summary>Submitted or published: no longer to be written in. After publication changes are dated follow-ups.</summary>
public sealed record FeedbackLocked() : ConflictError("feedback.locked");

/// <summary>Another saved since the page was opened.</summary>
public sealed record FeedbackChangedMeanwhile() : ConflictError("err.stale");

/// <summary>Not with the chair, so there is nothing to approve or send back.</summary>
public sealed record FeedbackNotSubmitted() : ConflictError("feedback.notSubmitted");

/// <summary>The one who wrote it cannot approve it.</summary>
public sealed record FeedbackNeedsAnotherPerson() : RuleError("feedback.needsAnotherPerson");

public sealed record FeedbackReasonMissing() : RuleError("feedback.reasonMissing");

/// <summary>One text that is too long.</summary>
public sealed record FeedbackTooLong(Guid? PointId, FeedbackField Field, int Length, int Max);

public sealed record FeedbackTextsTooLong(IReadOnlyList<FeedbackTooLong> Texts) : RuleError("feedback.tooLong");

/// <summary>Something that the answer still lacks.</summary>
/// <param name="PointId">The point, or null when it concerns the whole answer or a theme without a point.</param>
/// <param name="Heading">The point's or the theme's name, to say it by.</param>
public sealed record FeedbackGap(Guid? PointId, string Heading, FeedbackField Field);

/// <summary>The answer cannot go to the chair; <paramref name="Gaps"/> lists everything that is missing, in the order of the form.</summary>
public sealed record FeedbackIncomplete(IReadOnlyList<FeedbackGap> Gaps) : RuleError("feedback.incomplete");

public sealed record FollowUpNoteMissing() : RuleError("feedback.noteMissing");

/// <summary>The result is not public yet, and an answer to it would give it away.</summary>
public sealed record FeedbackBeforeResult() : ConflictError("feedback.beforeResult");

/// <summary>Residents with a confirmed address follow; others have nowhere to be told.</summary>
public sealed record FollowingNeedsResident() : ForbiddenError("feedback.followNeedsResident");

public sealed record FeedbackPointsTooMany(int Max) : RuleError("feedback.tooManyPoints");
