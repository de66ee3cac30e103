using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Frames;

/// <summary>No such dialogue, or not for this person to know of.</summary>
public sealed record FrameNotFound() : NotFoundError("frame.notFound");

/// <summary>Nobody has the code that was searched for.</summary>
public sealed record FramePersonNotFound() : RuleError("frame.personNotFound");

/// <summary>Codes have been issued to the people who are there, so they cannot be exchanged for others.</summary>
public sealed record FrameInUse() : ConflictError("frame.inUse");

/// <summary>A file is being imported, or letters are being made.</summary>
public sealed record FrameBusy() : ConflictError("frame.busy");

/// <summary>The checked file is gone: imported, thrown away or older than a day.</summary>
public sealed record FrameDraftGone() : ConflictError("frame.draftGone");

/// <summary>No file was chosen, or it is empty.</summary>
public sealed record FrameFileMissing() : RuleError("frame.fileMissing");

/// <summary>Over the limit in megabytes.</summary>
public sealed record FrameFileTooLarge() : RuleError("frame.fileTooLarge");

/// <summary>Neither UTF-8 nor Windows-1252 text: a spreadsheet or another kind of file.</summary>
public sealed record FrameFileNotText() : RuleError("frame.fileNotText");

/// <summary>The header lacks columns, has one twice, or is not a header.</summary>
/// <param name="Problem">Key below <c>frame.columns.</c>: <c>missing</c>, <c>twice</c> or <c>breakdown</c>.</param>
/// <param name="Columns">The columns concerned, joined by commas.</param>
/// <param name="Found">What the first line holds.</param>
public sealed record FrameColumnsWrong(string Problem, string Columns, string Found) : RuleError($"frame.columns.{(Problem is { Length: > 0 } ? Problem : "missing")}");

/// <summary>Rows that must be mended in the file; nothing was imported.</summary>
public sealed record FrameRowsWrong() : RuleError("frame.rowsWrong");

/// <summary>Nobody in the file is within the limits of age and area.</summary>
public sealed record FrameEmpty() : RuleError("frame.empty");

/// <summary>The source, the day or the limits of age are missing or impossible.</summary>
/// <param name="Field">The field: <c>source</c>, <c>referenceDate</c> or <c>ages</c>.</param>
public sealed record FrameSettingsWrong(string Field) : RuleError($"frame.settings.{(Field is { Length: > 0 } ? Field : "source")}");

/// <summary>Names and addresses have been erased, so no letters can be made.</summary>
public sealed record AddressesForgotten() : ConflictError("frame.addressesForgotten");

/// <summary>The dialogue has closed: no codes are issued any more.</summary>
public sealed record FrameClosed() : ConflictError("frame.closed");

/// <summary>The letters have been removed, or were never made.</summary>
public sealed record LettersGone() : ConflictError("frame.lettersGone");

/// <summary>The machine has no font to print with.</summary>
public sealed record LettersUnprintable() : ConflictError("frame.lettersUnprintable");

/// <summary>So many codes are in use in the installation that selectors run short; they come back 90 days after each closing.</summary>
public sealed record TooManyCodes() : ConflictError("frame.tooManyCodes");

/// <summary>The person is revoked already, or has no code.</summary>
public sealed record CodeNotActive() : ConflictError("frame.codeNotActive");

/// <summary>A reason is asked for every change of one person's code.</summary>
public sealed record CodeReasonMissing() : RuleError("frame.reasonMissing");

/// <summary>Nothing was typed.</summary>
public sealed record CodeMissing() : RuleError("code.missing");

/// <summary>It cannot be a code, whoever has typed it: its length, a symbol or the check symbol is wrong.</summary>
public sealed record CodeMistyped() : RuleError("code.mistyped");

/// <summary>Unknown or revoked; one text for both, so that nobody learns which (trust T05).</summary>
public sealed record CodeUnknown() : RuleError("code.unknown");

/// <summary>The dialogue does not take answers yet.</summary>
/// <param name="OpensAt">First instant at which the code works; null when it is not decided.</param>
public sealed record CodeNotYetOpen(DateTimeOffset? OpensAt) : RuleError("code.notYetOpen");

/// <summary>The dialogue has closed, or the code's own last day has passed.</summary>
public sealed record CodeExpired() : RuleError("code.expired");

/// <summary>Five wrong tries at one selector, or too many from one network.</summary>
public sealed record CodeLocked() : RuleError("code.locked");

/// <summary>Three characters at least, so that a search is for somebody.</summary>
public sealed record NameTooShort() : RuleError("frame.nameTooShort");

/// <summary>Nobody in the frame with a code has such a name.</summary>
public sealed record NameNotFound() : RuleError("frame.nameNotFound");
