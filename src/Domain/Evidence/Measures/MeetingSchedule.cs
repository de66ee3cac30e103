using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>How long before a meeting things must be done, in calendar days; each of them at least as many as the one before it.</summary>
/// <param name="PapersDays">Before the meeting that papers go out (utskick), 0 or more.</param>
/// <param name="ReportDays">Before the meeting that the report is with the secretary.</param>
/// <param name="CutOffDays">Before the meeting that the evidence of the report stops, at most <see cref="MeetingSchedule.MostDays"/>.</param>
public sealed record MeetingLead(int PapersDays, int ReportDays, int CutOffDays)
{
    /// <summary>A week for members to read, a week before that for the secretary, and two for the report.</summary>
    public static MeetingLead Usual { get; } = new(7, 14, 28);
}

/// <summary>The days that a meeting asks for; the last day of each, all office days.</summary>
public sealed record MeetingDays(DateOnly CutOff, DateOnly ReportDue, DateOnly PapersOut, DateOnly Meeting);

/// <summary>What happens around a promised answer (ux 10.8).</summary>
public enum PromiseStep
{
    /// <summary>T−30, to the secretary and the chair.</summary>
    RemindEarly = 1,

    /// <summary>T−7, to the secretary and the chair.</summary>
    RemindLate = 2,

    /// <summary>T+1: the page itself says that the answer is late.</summary>
    SayLate = 3,

    /// <summary>T+14, to the head of the administration.</summary>
    Escalate = 4,
}

public sealed record PromiseDay(PromiseStep Step, DateOnly Day);

/// <summary>
/// Deadlines reckoned backwards from a meeting, and reminders around a promise (requirements E6, F1). What somebody must do is due on an office day, see
/// <see cref="SwedishCalendar"/>: a deadline on a day off is moved to the office day before it.
/// </summary>
public static class MeetingSchedule
{
    public const int MostDays = 365;

    /// <summary>Errors: <see cref="MeetingLeadWrong"/>.</summary>
    /// <param name="meeting">The day of the meeting, kept as it is.</param>
    public static Result<MeetingDays> Backwards(DateOnly meeting, MeetingLead lead)
    {
        if (lead.PapersDays < 0 || lead.ReportDays < lead.PapersDays || lead.CutOffDays < lead.ReportDays || lead.CutOffDays > MostDays)
        {
            return new MeetingLeadWrong();
        }

        DateOnly By(int days) => SwedishCalendar.OfficeDayBy(meeting.AddDays(-days));
        return new MeetingDays(By(lead.CutOffDays), By(lead.ReportDays), By(lead.PapersDays), meeting);
    }

    /// <summary>
    /// In order of time. Reminders before the promised day come on the office day before a day off, so that there is never less time left; the escalation on the office day
    /// after one, so that nobody is reported before the fourteen days are over. That an answer is late is said the very day after, by the page.
    /// </summary>
    public static IReadOnlyList<PromiseDay> Around(DateOnly promised) =>
    [
        new(PromiseStep.RemindEarly, SwedishCalendar.OfficeDayBy(promised.AddDays(-30))),
        new(PromiseStep.RemindLate, SwedishCalendar.OfficeDayBy(promised.AddDays(-7))),
        new(PromiseStep.SayLate, promised.AddDays(1)),
        new(PromiseStep.Escalate, SwedishCalendar.OfficeDayFrom(promised.AddDays(14))),
    ];
}
