using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <summary>What is allowed but seldom wise (ux 9.2): a short time to answer, a closing on a day off, a promise before the committee can have met.</summary>
public static class ScheduleAdvice
{
    private const int FewestDays = 14;

    /// <returns>Keys below <c>advice.</c>; empty when there is nothing to say.</returns>
    public static IReadOnlyList<string> For(Schedule? schedule, IReadOnlyList<DateOnly> meetings)
    {
        if (schedule is null)
        {
            return [];
        }

        var advice = new List<string>();
        if (schedule.ClosesAt - schedule.AnswersOpenAt < TimeSpan.FromDays(FewestDays))
        {
            advice.Add("shortTime");
        }

        // Closing at midnight means that the day before is the last one.
        if (SwedishCalendar.IsHoliday(schedule.ClosesAt.AddMinutes(-1).SwedishDate()))
        {
            advice.Add("dayOff");
        }

        if (!meetings.Any(m => m > schedule.ClosesAt.SwedishDate() && m <= schedule.PromisedAt))
        {
            advice.Add("noMeeting");
        }

        return advice;
    }
}
