using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Domain.Traces;

/// <summary>
/// What a trace is made of. It is the dialogue's and nothing of the ballot's: whatever was chosen or written, the same facts. All days are Swedish dates.
/// </summary>
public sealed record TraceFacts
{
    /// <summary>A post of one's own; null for an answer.</summary>
    public TracedPost? Post { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required DateOnly ClosingDay { get; init; }

    public required DateTimeOffset ResultsAt { get; init; }

    /// <summary>The last day on which the committee has promised to answer, as last said.</summary>
    public required DateOnly PromisedAt { get; init; }

    public DateOnly? CountedOn { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>When the report reached the committee; null before.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>How many themes it has.</summary>
    public int Themes { get; init; }

    /// <summary>When the committee's answer was made public; null before.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>Day of the meeting; null before the answer is public.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Points of the public answer; empty before.</summary>
    public IReadOnlyList<PointProgress> Points { get; init; } = [];
}

/// <param name="IsHeld">Waits for a moderator.</param>
/// <param name="HiddenOn">When a moderator hid it; null while it can be seen.</param>
public sealed record TracedPost(DateOnly On, bool IsHeld, DateOnly? HiddenOn);
