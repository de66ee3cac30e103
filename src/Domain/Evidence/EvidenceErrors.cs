using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Evidence;

/// <summary>A count is negative, more than what it is of, or missing.</summary>
public sealed record EvidenceCountInvalid() : RuleError("evidence.countInvalid");

/// <summary>The last day comes before the first.</summary>
public sealed record EvidencePeriodInvalid() : RuleError("evidence.periodInvalid");

/// <summary>What is measured has no key or no words, or too long ones.</summary>
public sealed record EvidenceMeasureInvalid() : RuleError("evidence.measureInvalid");

public sealed record EvidenceNotFound() : NotFoundError("evidence.notFound");
