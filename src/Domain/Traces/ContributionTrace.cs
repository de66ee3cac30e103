using Medborgardialog.Domain.Reports;

namespace Medborgardialog.Domain.Traces;

/// <summary>
/// Where an answer or a post is on its way to a decision (requirement F2). An answer's trace has no day of its own: when somebody answered would help to
/// tell who did.
/// </summary>
public static class ContributionTrace
{
    /// <param name="today">The Swedish date.</param>
    /// <returns>One line a step, in order; a step that does not concern the contribution is left out, and so is all that follows on a hidden post.</returns>
    public static IReadOnlyList<TraceLine> Of(TraceFacts facts, DateTimeOffset now, DateOnly today)
    {
        var lines = new List<TraceLine> { new(TraceStep.Received, TraceState.Done, facts.Post?.On, Until: null) };
        if (facts.Post is { } post)
        {
            lines.Add(Moderated(post));
        }
        else
        {
            lines.Add(Counted(facts, now));
        }

        // What a moderator has hidden goes no further, whatever becomes of what the others wrote.
        if (facts.Post?.HiddenOn is not null)
        {
            return lines;
        }

        lines.Add(Reported(facts, now, today));
        if (facts.Themes > 0 || lines[^1].State != TraceState.Done)
        {
            lines.Add(lines[^1] with { Step = TraceStep.Themed });
        }

        lines.AddRange(Answered(facts, now, today));
        lines.Add(FollowedUp(facts, today));
        return facts.IsCancelled ? [.. lines.Select(l => l.Step > TraceStep.Moderated && l.State != TraceState.Done ? Never(l.Step) : l)]
            : lines;
    }

    private static TraceLine Never(TraceStep step) => new(step, TraceState.Never, Day: null, Until: null);

    private static TraceLine Moderated(TracedPost post) =>
        post.IsHeld ? new(TraceStep.Moderated, TraceState.Underway, Day: null, Until: null) : new(TraceStep.Moderated, TraceState.Done, post.HiddenOn ?? post.On, Until: null);

    private static TraceLine Counted(TraceFacts facts, DateTimeOffset now) =>
        facts.CountedOn is { } day ? new(TraceStep.Counted, TraceState.Done, day, Until: null)
        : new(TraceStep.Counted, now < facts.ClosesAt ? TraceState.Coming : TraceState.Underway, Day: null, facts.ClosingDay);

    /// <summary>A report that is delivered is not public before the result is. It has no promised day of its own: it comes before the answer.</summary>
    private static TraceLine Reported(TraceFacts facts, DateTimeOffset now, DateOnly today) =>
        facts.ReportedOn is { } day && now >= facts.ResultsAt ? new(TraceStep.Reported, TraceState.Done, day, Until: null)
        : facts.AnsweredOn is not null ? Never(TraceStep.Reported)
        : today > facts.PromisedAt ? new(TraceStep.Reported, TraceState.Late, Day: null, facts.PromisedAt)
        : new(TraceStep.Reported, facts.CountedOn is null ? TraceState.Coming : TraceState.Underway, Day: null, facts.PromisedAt);

    private static IEnumerable<TraceLine> Answered(TraceFacts facts, DateTimeOffset now, DateOnly today)
    {
        if (facts.AnsweredOn is { } day)
        {
            return [new(TraceStep.Answered, TraceState.Done, day, Until: null), new(TraceStep.Decided, TraceState.Done, facts.DecidedOn ?? day, Until: null)];
        }

        var state = today > facts.PromisedAt ? TraceState.Late
            : facts.ReportedOn is not null && now >= facts.ResultsAt ? TraceState.Underway : TraceState.Coming;
        return [new(TraceStep.Answered, state, Day: null, facts.PromisedAt), new(TraceStep.Decided, TraceState.Coming, Day: null, Until: null)];
    }

    private static TraceLine FollowedUp(TraceFacts facts, DateOnly today)
    {
        if (facts.AnsweredOn is not { } answered)
        {
            return new(TraceStep.FollowedUp, TraceState.Coming, Day: null, Until: null);
        }

        var measures = facts.Points.Where(p => p.Status is not null).ToList();
        if (measures.TrueForAll(p => p.IsFinal))
        {
            return new(TraceStep.FollowedUp, TraceState.Done, measures.Max(p => p.ToldOn) ?? answered, Until: null);
        }

        var late = measures.Where(p => p.IsLateOn(today)).ToList();
        if (late.Count > 0)
        {
            return new(TraceStep.FollowedUp, TraceState.Late, measures.Max(p => p.ToldOn), late.Min(p => p.Due));
        }

        var begun = measures.Exists(p => p.Status != PointStatus.NotStarted);
        return new(
            TraceStep.FollowedUp, begun ? TraceState.Underway : TraceState.Coming, measures.Max(p => p.ToldOn), measures.Where(p => !p.IsFinal).Min(p => p.Due));
    }
}
