using Medborgardialog.Domain.Evidence.Measures;

namespace Medborgardialog.Domain.Calendar;

/// <summary>How well a meeting suits what has been promised.</summary>
public enum MeetingFit
{
    /// <summary>The result is known before the evidence is cut off, and the meeting is on or before the promised day.</summary>
    Fits = 1,

    /// <summary>There is no meeting between the result and the promised day.</summary>
    None = 2,

    /// <summary>The chosen meeting comes after the promised day.</summary>
    AfterPromise = 3,

    /// <summary>The chosen meeting cuts the evidence off before the result is known.</summary>
    BeforeResult = 4,
}

/// <param name="Days">Of the meeting; null where there is none.</param>
/// <param name="IsChosen">By the secretary; otherwise suggested.</param>
public sealed record PlannedDays(MeetingDays? Days, MeetingFit Fit, bool IsChosen);

/// <summary>Which meeting takes up a dialogue (requirement E6): the chosen one, else the first that the report can be ready for, within the promise.</summary>
public static class MeetingChoice
{
    /// <param name="result">The day the result is public; the evidence cannot be cut off before it.</param>
    /// <param name="promised">The last day of the promise.</param>
    /// <param name="meetings">Those that may still be chosen, in order of time.</param>
    /// <param name="chosen">By the secretary, or null.</param>
    public static PlannedDays Of(DateOnly result, DateOnly promised, IEnumerable<DateOnly> meetings, MeetingLead lead, DateOnly? chosen)
    {
        if (chosen is { } day)
        {
            var days = DaysOf(day, lead);
            return new PlannedDays(days, day > promised ? MeetingFit.AfterPromise : days.CutOff < result ? MeetingFit.BeforeResult : MeetingFit.Fits, IsChosen: true);
        }

        var first = meetings.Where(m => m <= promised).Select(m => DaysOf(m, lead)).FirstOrDefault(d => d.CutOff >= result);
        return new PlannedDays(first, first is null ? MeetingFit.None : MeetingFit.Fits, IsChosen: false);
    }

    private static MeetingDays DaysOf(DateOnly meeting, MeetingLead lead) =>
        MeetingSchedule.Backwards(meeting, lead).Value ?? throw new InvalidOperationException($"A committee has a lead that breaks the rules: {lead}.");
}
