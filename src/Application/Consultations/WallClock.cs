using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <summary>Turns what an official wrote into an instant, or says why there is none (trust T18).</summary>
internal static class WallClock
{
    /// <param name="wallClock">Swedish wall-clock time.</param>
    /// <param name="field">Named in the error.</param>
    public static Result<DateTimeOffset> Read(DateTime wallClock, string field)
    {
        if (SwedishTime.ToInstant(wallClock) is { } instant)
        {
            return instant;
        }

        return new ScheduleWrong(
            field, SwedishTime.Zone.IsInvalidTime(wallClock) ? "schedule.timeMissing" : "schedule.timeTwice");
    }
}
