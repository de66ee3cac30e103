using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Reports;

public sealed record ReportNotFound() : NotFoundError("report.notFound");

/// <summary>It is still being compiled.</summary>
public sealed record ReportNotReady() : ConflictError("report.notReady");

/// <summary>Answers are still being given or counted.</summary>
public sealed record ReportTooEarly() : ConflictError("report.tooEarly");

/// <summary>A report is withdrawn with a reason, of at most <paramref name="Max"/> characters.</summary>
public sealed record ReportReasonMissing(int Max) : RuleError("report.reasonMissing");

/// <summary>The report has been taken back; why stands on its page, which <paramref name="Slug"/> and <paramref name="Version"/> lead to.</summary>
public sealed record ReportWithdrawn(string Slug, int Version) : ConflictError("report.withdrawn");

/// <summary>There is no version before it to compare with.</summary>
public sealed record ReportHasNoBefore() : NotFoundError("report.noBefore");
