using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Organisation;

/// <summary>There is no such committee, or it is not for the one who asks.</summary>
public sealed record CommitteeNotFound() : NotFoundError("committees.notFound");

/// <summary>A meeting cannot be added on a day that has been.</summary>
public sealed record MeetingHasBeen(DateOnly Day) : RuleError("calendar.meetingHasBeen");

public sealed record MeetingsTooMany(int Max) : RuleError("calendar.tooMany");

/// <summary>In the room, but the calendar, the goals and the plans are written by the secretary.</summary>
public sealed record CommitteeForbidden() : ForbiddenError("calendar.forbidden");
