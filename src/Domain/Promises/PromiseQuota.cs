namespace Medborgardialog.Domain.Promises;

/// <param name="Reasons">Of all, how many have said why.</param>
public sealed record PromiseCounts(int Kept, int Partly, int Broken, int Reasons)
{
    public int Votes => Kept + Partly + Broken;
}

/// <summary>
/// Löfteskvot: how many of those who voted say that the promise was kept, as it was last told. It is told ten votes at a time, so that nobody can look just
/// before and just after one person votes, and never for fewer than ten. In a small closed group it is not told while nearly all say the same: whoever knows that a
/// neighbour voted would know what.
/// </summary>
public sealed class PromiseQuota
{
    /// <summary>Fewest votes behind a figure, and behind the difference between a figure and the one before it.</summary>
    public const int Step = 10;

    /// <summary>A list of so many or more is not a small group.</summary>
    public const int SmallUnder = 50;

    /// <summary>In a small group so many at least must have said something else than most did.</summary>
    public const int FewestOthers = 5;

    private PromiseQuota()
    {
    }

    public PromiseQuota(Guid dialogueId) => DialogueId = dialogueId;

    public Guid DialogueId { get; private set; }

    public int Kept { get; private set; }

    public int Partly { get; private set; }

    public int Broken { get; private set; }

    /// <summary>How many had said why.</summary>
    public int Reasons { get; private set; }

    /// <summary>The Swedish date when it was told.</summary>
    public DateOnly ToldOn { get; private set; }

    public int Votes => Kept + Partly + Broken;

    /// <summary>
    /// True when enough votes have come since the last time, and in a small group when they also differ enough; what is shown is then those of now.
    /// </summary>
    /// <param name="listed">How many were on the list of those who might take part; null where there was none.</param>
    public bool Tell(PromiseCounts counts, int? listed, DateOnly today)
    {
        if (counts.Votes < Votes + Step || listed < SmallUnder && !MayTellSmall(counts))
        {
            return false;
        }

        (Kept, Partly, Broken, Reasons, ToldOn) = (counts.Kept, counts.Partly, counts.Broken, counts.Reasons, today);
        return true;
    }

    /// <summary>Only at every tenth vote: told as soon as it differs enough, it would say what the latest one to vote said.</summary>
    private static bool MayTellSmall(PromiseCounts counts) =>
        counts.Votes % Step == 0 && counts.Votes - Math.Max(counts.Kept, Math.Max(counts.Partly, counts.Broken)) >= FewestOthers;
}
