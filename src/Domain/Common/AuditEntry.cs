namespace Medborgardialog.Domain.Common;

/// <summary>One official action: who, what, when and why. Never edited, never removed with the thing itself.</summary>
public sealed class AuditEntry : Entity
{
    private AuditEntry()
    {
    }

    /// <param name="actorId">Who did it; null for the system itself.</param>
    /// <param name="actorName">The name as it was then, so that the row can be read when the account is gone.</param>
    /// <param name="action">Resource key of the action below <c>audit.</c>, for example <c>consultation.paused</c>.</param>
    /// <param name="subjectId">The thing that was acted on.</param>
    /// <param name="reason">The reason given, or empty where none is asked for.</param>
    public AuditEntry(Guid? actorId, string actorName, string action, Guid subjectId, string reason, DateTimeOffset at)
    {
        ActorId = actorId;
        ActorName = actorName;
        Action = action;
        SubjectId = subjectId;
        Reason = reason.Trim();
        At = at;
    }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public string Action { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
