using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Panels;

/// <summary>There is no such booking in the panel.</summary>
public sealed record SlotNotFound() : NotFoundError("paneldesk.slot.notFound");

/// <summary>Another committee holds the week.</summary>
/// <param name="Next">Monday of the earliest week that is free; null when none is within two years.</param>
public sealed record SlotTaken(DateOnly Week, DateOnly? Next) : ConflictError("paneldesk.slot.taken");

/// <summary>The panel is already asked as often in the quarter as it has been promised.</summary>
/// <param name="Next">As for <see cref="SlotTaken"/>.</param>
public sealed record QuarterFull(DateOnly Week, DateOnly? Next) : ConflictError("paneldesk.slot.full");

/// <summary>Not a week that can be booked: passed, or too far ahead.</summary>
public sealed record SlotWeekWrong() : RuleError("paneldesk.slot.weekWrong");

/// <summary>Empty, or longer than <paramref name="Max"/> characters ({0} of the text).</summary>
public sealed record SlotPurposeWrong(int Max) : RuleError("paneldesk.slot.purposeWrong");

/// <summary>Empty, or longer than <paramref name="Max"/> characters ({0} of the text).</summary>
public sealed record SlotReasonWrong(int Max) : RuleError("paneldesk.slot.reasonWrong");

/// <summary>There is no such committee.</summary>
public sealed record SlotCommitteeUnknown() : RuleError("paneldesk.slot.committeeUnknown");

/// <summary>There is no such priority.</summary>
public sealed record SlotPriorityUnknown() : RuleError("paneldesk.slot.priorityUnknown");

/// <summary>The booking does not wait for a decision any more.</summary>
public sealed record SlotNotAsked() : ConflictError("paneldesk.slot.notAsked");

/// <summary>No committee has booked the week in which the wave opens ({0} of the text), so the panel cannot be asked in it.</summary>
public sealed record WaveWithoutWeek(DateOnly Week) : RuleError("paneldesk.slot.none");

/// <summary>The week in which the wave opens ({0} of the text) is booked for another wave.</summary>
public sealed record WeekOfAnotherWave(DateOnly Week) : RuleError("paneldesk.slot.otherWave");

/// <summary>The wave that has the week is approved: its members have been told when it opens.</summary>
public sealed record SlotInUse() : ConflictError("paneldesk.slot.inUse");

/// <summary>A panel that has ended is not opened again.</summary>
public sealed record PanelHasEnded() : ConflictError("paneldesk.hasEnded");
