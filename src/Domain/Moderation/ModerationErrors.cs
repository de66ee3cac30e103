using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Moderation;

public sealed record ModerationForbidden() : ForbiddenError("moderation.forbidden");

public sealed record CaseNotFound() : NotFoundError("moderation.caseNotFound");

/// <summary>Another moderator has it. {0} is the name, {1} until when.</summary>
public sealed record CaseTaken(string By, DateTimeOffset Until) : ConflictError("moderation.taken");

/// <summary>Another moderator decided since the page was shown. {0} is the name.</summary>
public sealed record DecidedMeanwhile(string By) : ConflictError("moderation.decidedMeanwhile");

/// <summary>The author changed the text since the page was shown.</summary>
public sealed record TextChangedMeanwhile() : ConflictError("moderation.textChanged");

/// <summary>Hiding needs a rule that everyone can read.</summary>
public sealed record RuleMissing() : RuleError("moderation.ruleMissing");

/// <summary>Hiding needs a sentence to the author.</summary>
public sealed record HideReasonMissing() : RuleError("moderation.reasonMissing");

/// <summary>The same person reports too many posts (trust T46).</summary>
public sealed record TooManyComplaints() : RuleError("moderation.tooManyComplaints");

/// <summary>One may not report one's own post; it can be edited instead.</summary>
public sealed record OwnPostReported() : RuleError("moderation.ownPost");
