using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Draws;

/// <summary>No such draw, or not for this person to know of.</summary>
public sealed record PanelDrawNotFound() : NotFoundError("draw.notFound");

/// <summary>The draw has come to another step, or somebody else has just changed it.</summary>
public sealed record PanelDrawElsewhere() : ConflictError("draw.elsewhere");

/// <summary>The chances are being computed.</summary>
public sealed record PanelDrawBusy() : ConflictError("draw.busy");

/// <summary>A field is missing or out of range.</summary>
/// <param name="Field"><c>name</c>, <c>size</c>, <c>limit</c>, <c>respondents</c> or <c>categories</c>; the last two for a file that was not chosen.</param>
public sealed record PanelDrawSettingsWrong(string Field) : RuleError($"draw.wrong.{(Field is { Length: > 0 } ? Field : "name")}");

/// <summary>Rows that must be mended in the files; nothing was kept.</summary>
public sealed record PanelDrawRowsWrong() : RuleError("draw.rowsWrong");

/// <summary>It is not said where the seed comes from.</summary>
public sealed record SeedSourceMissing() : RuleError("draw.seedSourceMissing");

/// <summary>The seed would be drawn before the portfolio is published, or more than a year after.</summary>
public sealed record SeedTimeWrong() : RuleError("draw.seedTimeWrong");

/// <summary>The time at which the seed is drawn has not come.</summary>
public sealed record SeedTooEarly() : ConflictError("draw.seedTooEarly");

/// <summary>The seed has fewer than <see cref="PanelDraw.ShortestSeed"/> letters and digits, or is too long.</summary>
public sealed record SeedWrong() : RuleError("draw.seedWrong");

/// <summary>It is not said who saw the seed being drawn.</summary>
public sealed record WitnessMissing() : RuleError("draw.witnessMissing");

/// <summary>It is not said why the draw is called back, or in more than <paramref name="Max"/> characters ({0} of the text).</summary>
public sealed record RecallReasonMissing(int Max) : RuleError("draw.recallReasonMissing");

/// <summary>The one who typed the seed cannot be the one who confirms it.</summary>
public sealed record SeedNeedsSecondPerson() : ConflictError("draw.seedNeedsSecondPerson");

/// <summary>The seed typed by the second person is another.</summary>
public sealed record SeedsDiffer() : RuleError("draw.seedsDiffer");

/// <summary>The person is not in the panel, or no longer.</summary>
public sealed record NotInPanel() : RuleError("draw.notInPanel");

/// <summary>A reason is asked for each change of seats.</summary>
public sealed record DeclineReasonMissing() : RuleError("draw.reasonMissing");
