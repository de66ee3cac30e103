namespace Medborgardialog.Domain.Common;

public enum LongTaskState
{
    Waiting = 0,
    Running = 1,
    Finished = 2,
    Failed = 3,
}

/// <summary>
/// Work that takes longer than somebody waits for a page: an import, letters, an export, a send. The row is what people see of it,
/// also after a reload and from another computer; the job itself carries only its id.
/// </summary>
public sealed class LongTask : Entity
{
    /// <summary>A task that has said nothing for this long was lost with its machine. Jobs report at least every few seconds.</summary>
    private static readonly TimeSpan _silence = TimeSpan.FromMinutes(15);

    private LongTask()
    {
    }

    /// <param name="kind">What is done, for example <c>letters</c>; at most 40 characters.</param>
    /// <param name="subjectId">What it is done to, for example a dialogue.</param>
    /// <param name="startedBy">Who asked for it.</param>
    public LongTask(string kind, Guid subjectId, Guid startedBy, DateTimeOffset now)
    {
        Kind = kind;
        SubjectId = subjectId;
        StartedBy = startedBy;
        StartedAt = now;
        HeardAt = now;
    }

    public string Kind { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public Guid StartedBy { get; private set; }

    public LongTaskState State { get; private set; }

    /// <summary>Of <see cref="Total"/>.</summary>
    public int Done { get; private set; }

    /// <summary>0 until it is known.</summary>
    public int Total { get; private set; }

    /// <summary>Resource key of the step under way, or of what went wrong.</summary>
    public string MessageCode { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it last said something.</summary>
    public DateTimeOffset HeardAt { get; private set; }

    /// <summary>Still to be waited for.</summary>
    public bool IsUnderWay(DateTimeOffset now) => State is LongTaskState.Waiting or LongTaskState.Running && now - HeardAt < _silence;

    /// <summary>0 to 100.</summary>
    public int Percent => Total == 0 ? 0 : (int)(100L * Math.Clamp(Done, 0, Total) / Total);

    public void Report(string messageCode, int done, int total, DateTimeOffset now)
    {
        if (State is LongTaskState.Waiting or LongTaskState.Running)
        {
            (State, MessageCode, Done, Total, HeardAt) = (LongTaskState.Running, messageCode, done, total, now);
        }
    }

    public void Finish(DateTimeOffset now)
    {
        if (State != LongTaskState.Failed)
        {
            (State, MessageCode, Done, HeardAt) = (LongTaskState.Finished, "", Total, now);
        }
    }

    /// <param name="messageCode">Why, as the code of an error.</param>
    public void Fail(string messageCode, DateTimeOffset now)
    {
        if (State != LongTaskState.Finished)
        {
            (State, MessageCode, HeardAt) = (LongTaskState.Failed, messageCode, now);
        }
    }
}
