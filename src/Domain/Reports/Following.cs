namespace Medborgardialog.Domain.Reports;

/// <summary>
/// A resident wants to know how it goes. News is the answer and, after that, each follow-up; a mail about a piece of news is
/// queued once, however often it is asked for.
/// </summary>
public sealed class Following
{
    private Following()
    {
    }

    public Following(Guid consultationId, Guid residentId, DateTimeOffset since)
    {
        ConsultationId = consultationId;
        ResidentId = residentId;
        Since = since;
    }

    public Guid ConsultationId { get; private set; }

    public Guid ResidentId { get; private set; }

    /// <summary>News from before is no news to this person.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>When the latest news that has been told was made public; null before the first.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>True the first time for a piece of news made public at <paramref name="newsAt"/>: now is the time to mail.</summary>
    public bool Tell(DateTimeOffset newsAt)
    {
        if (newsAt < Since || newsAt <= ToldAt)
        {
            return false;
        }

        ToldAt = newsAt;
        return true;
    }
}
