using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Registration;

/// <summary>How paper forms and telephone answers of one dialogue are registered (K7). Decided when registering begins.</summary>
public sealed class RegistrationSetup : Entity
{
    private RegistrationSetup()
    {
    }

    /// <param name="twiceOnPaper">Whether a paper form is typed by two people.</param>
    /// <param name="twiceOnPhone">Whether what was told on the telephone is.</param>
    public RegistrationSetup(Guid dialogueId, bool twiceOnPaper, bool twiceOnPhone, Guid begunBy, DateTimeOffset now)
    {
        DialogueId = dialogueId;
        TwiceOnPaper = twiceOnPaper;
        TwiceOnPhone = twiceOnPhone;
        BegunBy = begunBy;
        BegunAt = now;
    }

    public Guid DialogueId { get; private set; }

    public bool TwiceOnPaper { get; private set; }

    public bool TwiceOnPhone { get; private set; }

    public Guid BegunBy { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>Number of the latest batch; 0 before the first.</summary>
    public int LatestBatch { get; private set; }

    /// <summary>PostgreSQL's xmin: two who open a batch at once do not get the same number.</summary>
    public uint Version { get; private set; }

    public bool IsTwice(AnswerDoor door) => door == AnswerDoor.Phone ? TwiceOnPhone : TwiceOnPaper;

    /// <summary>A new batch with the next number. <see cref="ChannelUnknown"/> for another door than paper and telephone.</summary>
    public Result<RegistrationBatch> OpenBatch(AnswerDoor door, Guid openedBy, DateTimeOffset now) => door is AnswerDoor.Paper or AnswerDoor.Phone
        ? new RegistrationBatch(DialogueId, ++LatestBatch, door, openedBy, now)
        : new ChannelUnknown();
}

/// <summary>A pile of forms that came in together, or a shift at the telephone.</summary>
public sealed class RegistrationBatch
{
    private RegistrationBatch()
    {
    }

    internal RegistrationBatch(Guid dialogueId, int number, AnswerDoor door, Guid openedBy, DateTimeOffset now)
    {
        DialogueId = dialogueId;
        Number = number;
        Door = door;
        OpenedBy = openedBy;
        OpenedAt = now;
    }

    public Guid DialogueId { get; private set; }

    /// <summary>From 1 within the dialogue.</summary>
    public int Number { get; private set; }

    /// <summary>Paper or telephone.</summary>
    public AnswerDoor Door { get; private set; }

    public Guid OpenedBy { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Forms of the batch whose answer is in the box.</summary>
    public int Cast { get; private set; }
}
