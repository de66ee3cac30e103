using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Calendar;

/// <summary>The meeting at which the committee means to take up a dialogue, where the secretary has chosen it; otherwise the calendar suggests one.</summary>
public sealed class PlannedMeeting
{
    private PlannedMeeting()
    {
    }

    public PlannedMeeting(Guid dialogueId, DateOnly day, string by, DateTimeOffset now)
    {
        DialogueId = dialogueId;
        Choose(day, by, now);
    }

    public Guid DialogueId { get; private set; }

    public DateOnly Day { get; private set; }

    public string ChosenBy { get; private set; } = "";

    public DateTimeOffset ChosenAt { get; private set; }

    public void Choose(DateOnly day, string by, DateTimeOffset now) => (Day, ChosenBy, ChosenAt) = (day, by, now);
}

/// <summary>Not a meeting to come of the committee that is to answer.</summary>
public sealed record MeetingUnknown() : RuleError("calendar.meetingUnknown");

/// <summary>Another chose in the same moment.</summary>
public sealed record CalendarChangedMeanwhile() : ConflictError("err.stale");
