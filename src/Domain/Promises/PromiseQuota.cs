namespace Medborgardialog.Domain.Promises;

/// <param name="Reasons">Of all, how many have said why.</param>
public sealed record PromiseCounts(int Kept, int Partly, int Broken, int Reasons)
{
    public int Votes => Kept + Partly + Broken;
}

/// <summary>
/// Löfteskvot: how many of those who voted say that the promise was kept, as it was last told. It is told ten votes at a time, so that nobody can look just
/// before and just after one person votes, and never for fewer than ten.
/// </summary>
public sealed class PromiseQuota
{
    /// <summary>Fewest votes behind a figure, and behind the difference between a figure and the one before it.</summary>
    public const int Step = 10;

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

    /// <summary>True when enough votes have come since the last time; what is shown is then those of now.</summary>
    public bool Tell(PromiseCounts counts, DateOnly today)
    {
        if (counts.Votes < Votes + Step)
        {
            return false;
        }

        (Kept, Partly, Broken, Reasons, ToldOn) = (counts.Kept, counts.Partly, counts.Broken, counts.Reasons, today);
        return true;
    }
}
