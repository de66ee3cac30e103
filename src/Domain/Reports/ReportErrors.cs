using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Reports;

public sealed record ReportNotFound() : NotFoundError("report.notFound");

/// <summary>It is still being compiled.</summary>
public sealed record ReportNotReady() : ConflictError("report.notReady");

/// <summary>Answers are still being given or counted.</summary>
public sealed record ReportTooEarly() : ConflictError("report.tooEarly");

/// <summary>A report is withdrawn with a reason, of at most <paramref name="Max"/> characters.</summary>
public sealed record ReportReasonMissing(int Max) : RuleError("report.reasonMissing");
