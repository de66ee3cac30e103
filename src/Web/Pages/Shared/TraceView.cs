using Medborgardialog.Application.Traces;
using Medborgardialog.Domain.Reports;
using Medborgardialog.Domain.Traces;
using Medborgardialog.Web.Resources;

namespace Medborgardialog.Web.Pages.Shared;

/// <summary>A trace as a list of steps.</summary>
/// <param name="Post">The post that is followed; null for an answer, of which nothing of its own is shown.</param>
public sealed record TraceView(DialogueTrace Trace, PostTrace? Post = null)
{
    private const string Stopped = "Stopped";

    /// <summary>What stands in a step. Every sentence may use the day, the promised day, the committee, the days it is late and how many.</summary>
    internal string Sentence(ITexts texts, Dates dates, TraceLine line)
    {
        var ofPost = Post is not null && line.Step is TraceStep.Received or TraceStep.Moderated;
        return texts[
            $"trace.{(ofPost ? "post." : "")}{line.Step}.{State(line)}", line.Day is { } day ? dates.Day(day) : "", line.Until is { } until ? dates.Day(until) : "", Trace.Committee,
            line.Until is { } late && line.State == TraceState.Late ? -dates.DaysUntil(late) : 0, Trace.Points.Count];
    }

    /// <summary>Key of the word for how it stands.</summary>
    internal string StateKey(TraceLine line) => $"trace.state.{(State(line) == Stopped ? "Ended" : line.State.ToString())}";

    /// <summary>Of what is to come or late, the day that was promised; of the rest, when something happened.</summary>
    internal static DateOnly? HappenedOn(TraceLine line) => line.State is TraceState.Coming or TraceState.Late ? null : line.Day;

    private string State(TraceLine line) =>
        line.Step == TraceStep.Moderated && Post?.State == Domain.Discussions.PostState.Hidden ? "Hidden"
        : line is { Step: TraceStep.FollowedUp, State: TraceState.Done } && Trace.Points.All(p => p.Point.Status is null) ? "Nothing"
        : line is { Step: TraceStep.FollowedUp, State: TraceState.Done } && Trace.Points.Any(p => p.Point.Status == PointStatus.Stopped) ? Stopped
        : line is { Step: TraceStep.FollowedUp, State: TraceState.Coming } && Trace.Points.Count > 0 ? "NotBegun"
        : line is { Step: TraceStep.FollowedUp, Until: null, State: TraceState.Underway } ? "NoDay"
        : line.State.ToString();
}
