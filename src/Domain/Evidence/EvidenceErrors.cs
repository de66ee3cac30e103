using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Evidence;

/// <summary>The ledger has numbers of the same unit for a period that lies over one of these: they would be counted twice.</summary>
public sealed record EvidenceOverlaps() : ConflictError("evidence.overlaps");

/// <summary>A count is negative, more than what it is of, or missing.</summary>
public sealed record EvidenceCountInvalid() : RuleError("evidence.countInvalid");

/// <summary>The last day comes before the first.</summary>
public sealed record EvidencePeriodInvalid() : RuleError("evidence.periodInvalid");

/// <summary>What is measured has no key or no words, or too long ones.</summary>
public sealed record EvidenceMeasureInvalid() : RuleError("evidence.measureInvalid");

public sealed record EvidenceNotFound() : NotFoundError("evidence.notFound");

/// <summary>The file has rows that must be mended; nothing was written.</summary>
public sealed record EvidenceRowsWrong() : RuleError("evidence.rowsWrong");

/// <summary>The file holds no rows, or none that say anything.</summary>
public sealed record EvidenceFileEmpty() : RuleError("evidence.fileEmpty");

/// <summary>Over 5 MB.</summary>
public sealed record EvidenceFileTooLarge() : RuleError("evidence.fileTooLarge");

/// <summary>A spreadsheet or another file that is not text.</summary>
public sealed record EvidenceFileNotText() : RuleError("evidence.fileNotText");

/// <summary>More rows than <paramref name="Max"/> at once ({0} of the text).</summary>
public sealed record EvidenceTooMany(int Max) : RuleError("evidence.tooMany");

/// <summary>The header lacks columns ({0}); it holds {1}.</summary>
public sealed record EvidenceColumnsWrong(string Missing, string Found) : RuleError("evidence.columnsWrong");

/// <summary>The checked file is older than a day, or another has taken its place.</summary>
public sealed record EvidenceDraftGone() : ConflictError("evidence.draftGone");

/// <summary>A source is withdrawn with a reason, of at most <paramref name="Max"/> characters ({0}).</summary>
public sealed record EvidenceReasonMissing(int Max) : RuleError("evidence.reasonMissing");

/// <summary>Only what was imported is withdrawn by hand; what a dialogue says stands and falls with it.</summary>
public sealed record EvidenceNotImported() : RuleError("evidence.notImported");
