using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>A definition without rules, with a rule that is empty or stands twice, or with a version below 1.</summary>
public sealed record MeasureDefinitionWrong() : RuleError("measures.definitionWrong");

/// <summary>More persons were answered, or not, than have told.</summary>
public sealed record RatesOfOthers() : RuleError("measures.ratesOfOthers");

/// <summary>Medborgare and brukare answer as different people and are never put together.</summary>
public sealed record PerspectivesNotPooled() : RuleError("measures.perspectives");

/// <summary>Samples of different kinds: what may be said of one may not be said of the other.</summary>
public sealed record DesignsNotPooled() : RuleError("measures.designs");

/// <summary>Internal, private and geographic exit are never added.</summary>
public sealed record ExitKindsNotAdded() : RuleError("measures.exitKinds");

/// <summary>What people say they do and what registers show are never added.</summary>
public sealed record StatedAndActualNotAdded() : RuleError("measures.statedAndActual");

public sealed record NothingToPool() : RuleError("measures.nothingToPool");

/// <summary>The days before the meeting are negative, too many, or in the wrong order: first the evidence stops, then the report is done, then papers go out.</summary>
public sealed record MeetingLeadWrong() : RuleError("measures.leadWrong");
