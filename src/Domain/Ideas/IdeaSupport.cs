namespace Medborgardialog.Domain.Ideas;

/// <summary>"Jag med": one person supports one idea, once. Others see how many, never who.</summary>
public sealed class IdeaSupport
{
    private IdeaSupport()
    {
    }

    public IdeaSupport(Guid ideaId, Guid residentId, DateTimeOffset at)
    {
        IdeaId = ideaId;
        ResidentId = residentId;
        At = at;
    }

    public Guid IdeaId { get; private set; }

    public Guid ResidentId { get; private set; }

    public DateTimeOffset At { get; private set; }
}
