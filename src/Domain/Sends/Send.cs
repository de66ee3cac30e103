using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Sends;

/// <summary>The invitation comes first; there are two reminders and never more (ux 9.5).</summary>
public enum SendKind
{
    Invitation = 0,
    FirstReminder = 1,
    SecondReminder = 2,
}

public enum SendChannel
{
    Mail = 0,
    Sms = 1,
    Letter = 2,
}

public enum SendState
{
    /// <summary>Waits for <see cref="Send.NextAt"/>, for the first time or for the next allowed hour.</summary>
    Planned = 0,
    Running = 1,
    Done = 2,
    Stopped = 3,
}

/// <summary>Why a send ended before everybody had got it.</summary>
public enum SendStop
{
    None = 0,

    /// <summary>An officer pressed stop.</summary>
    Officer = 1,

    /// <summary>The dialogue closed or was cancelled.</summary>
    Closed = 2,

    /// <summary>Names and addresses had been erased.</summary>
    AddressesGone = 3,
}

/// <summary>A message to those in a dialogue's frame who have not answered. At most one of each kind that is not stopped.</summary>
public sealed class Send : Entity
{
    private Send()
    {
    }

    private Send(Guid dialogueId, SendKind kind, SendChannel channel, SendTexts texts, DateTimeOffset at, Guid plannedBy, DateTimeOffset now)
    {
        DialogueId = dialogueId;
        Kind = kind;
        Channel = channel;
        Texts = texts;
        PlannedAt = at;
        NextAt = at;
        PlannedBy = plannedBy;
        CreatedAt = now;
    }

    public Guid DialogueId { get; private set; }

    public SendKind Kind { get; private set; }

    public SendChannel Channel { get; private set; }

    public SendTexts Texts { get; private set; } = SendTexts.None;

    /// <summary>When it was to begin.</summary>
    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>When it begins or goes on; the same as <see cref="PlannedAt"/> until it has had to wait.</summary>
    public DateTimeOffset NextAt { get; private set; }

    public SendState State { get; private set; }

    public SendStop StopReason { get; private set; }

    public Guid PlannedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the first message could leave; null before.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When it was done or stopped.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The <c>LongTask</c> that shows how far it has come; null before it has begun.</summary>
    public Guid? TaskId { get; private set; }

    /// <summary>Row version (PostgreSQL xmin): two who start it at once cannot both do so.</summary>
    public uint Version { get; private set; }

    public bool HasEnded => State is SendState.Done or SendState.Stopped;

    /// <summary>
    /// Plans a send if it keeps the rules of <see cref="SendRules"/>. The instant is moved to the next allowed hour. Errors:
    /// <see cref="SendNotPublished"/>, <see cref="SendAfterClosing"/>, <see cref="SendBeforeOpening"/>, <see cref="SendKindTaken"/>,
    /// <see cref="SendNoInvitation"/>, <see cref="SendTooSoon"/>, <see cref="SendTextWrong"/>.
    /// </summary>
    /// <param name="at">When it should begin; the past is taken as now.</param>
    public static Result<Send> Plan(
        SendDialogue dialogue, SendKind kind, SendChannel channel, SendTexts texts, DateTimeOffset at, AllowedHours hours, Guid plannedBy, DateTimeOffset now)
    {
        var begins = hours.Next(at < now ? now : at);
        var allowed = SendRules.Check(dialogue, kind, begins, now);
        var written = allowed.IsSuccess ? texts.Check(channel) : allowed;
        return written.IsSuccess ? new Send(dialogue.DialogueId, kind, channel, texts, begins, plannedBy, now) : written.Error;
    }

    /// <summary>Its time has come. Does nothing to one that has ended.</summary>
    public void Start(Guid taskId, DateTimeOffset now)
    {
        if (!HasEnded)
        {
            (State, TaskId) = (SendState.Running, taskId);
            StartedAt ??= now;
        }
    }

    /// <summary>It goes on at another time: the allowed hours are over, the dialogue is paused, or the mail server does not answer.</summary>
    public void Wait(DateTimeOffset until)
    {
        if (!HasEnded)
        {
            (State, NextAt) = (SendState.Planned, until);
        }
    }

    public void Finish(DateTimeOffset now)
    {
        if (!HasEnded)
        {
            (State, EndedAt) = (SendState.Done, now);
        }
    }

    /// <summary><see cref="SendEnded"/> when it is done or stopped already.</summary>
    public Result<Done> Stop(SendStop reason, DateTimeOffset now)
    {
        if (HasEnded)
        {
            return new SendEnded();
        }

        (State, StopReason, EndedAt) = (SendState.Stopped, reason, now);
        return Common.Done.Value;
    }
}
