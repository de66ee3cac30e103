namespace Medborgardialog.Domain.Reports;

/// <summary>A resident wants to know how it goes. The mail about the answer is sent once, however often it is asked for.</summary>
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

    public DateTimeOffset Since { get; private set; }

    /// <summary>When the mail about the answer was put in the queue; null before.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public void Tell(DateTimeOffset now) => ToldAt ??= now;
}
