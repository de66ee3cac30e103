namespace Medborgardialog.Domain.Traces;

/// <summary>The way of a contribution to what came of it, in this order.</summary>
public enum TraceStep
{
    Received = 1,

    /// <summary>Posts alone: seen by everyone, waiting for a moderator, or hidden.</summary>
    Moderated = 2,

    /// <summary>Ballots alone: in the sealed box, counted.</summary>
    Counted = 3,

    Reported = 4,

    /// <summary>The report's themes.</summary>
    Themed = 5,

    /// <summary>Points of the committee's answer.</summary>
    Answered = 6,

    /// <summary>What was decided about them, and why.</summary>
    Decided = 7,

    /// <summary>How far what was promised has come.</summary>
    FollowedUp = 8,
}

public enum TraceState
{
    Done = 1,
    Underway = 2,
    Coming = 3,

    /// <summary>The promised day has passed.</summary>
    Late = 4,

    /// <summary>Will not come: the dialogue was cancelled, or the post is hidden.</summary>
    Never = 5,
}

/// <param name="Day">When it happened; null where it has not, or where a day would tell who.</param>
/// <param name="Until">When it is promised; null where nothing is.</param>
public sealed record TraceLine(TraceStep Step, TraceState State, DateOnly? Day, DateOnly? Until);
