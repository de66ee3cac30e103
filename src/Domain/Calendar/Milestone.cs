namespace Medborgardialog.Domain.Calendar;

public enum MilestoneKind
{
    /// <summary>The secretary and the chair were reminded thirty days before the promised day.</summary>
    RemindedEarly = 1,

    /// <summary>And seven days before.</summary>
    RemindedLate = 2,

    /// <summary>The head of the administration was told, fourteen days after it.</summary>
    Escalated = 4,

    /// <summary>The evidence of the meeting was cut off, and a new version of the report was asked for where there was new evidence.</summary>
    CutOff = 10,
}

/// <summary>
/// Something that happens once around a promised day or a meeting. The key is what, for which dialogue, for which day: a row is written with the mails in one
/// transaction, so that they leave once however often the job runs, and again only for a new day.
/// </summary>
public sealed class Milestone
{
    private Milestone()
    {
    }

    /// <param name="day">The promised day, or that of the meeting.</param>
    /// <param name="told">How many were mailed, 0 or more.</param>
    public Milestone(Guid dialogueId, MilestoneKind kind, DateOnly day, int told, DateTimeOffset now) =>
        (DialogueId, Kind, Day, Told, At) = (dialogueId, kind, day, told, now);

    public Guid DialogueId { get; private set; }

    public MilestoneKind Kind { get; private set; }

    public DateOnly Day { get; private set; }

    public int Told { get; private set; }

    public DateTimeOffset At { get; private set; }
}
