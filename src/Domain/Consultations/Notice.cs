using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Consultations;

public enum NoticeKind
{
    /// <summary>A correction or an addition, in the official's own words.</summary>
    Correction = 1,
    Paused = 2,
    Resumed = 3,
    Postponed = 4,
    Cancelled = 5,

    /// <summary>The committee has set a new answer date.</summary>
    PromisedAnew = 6,

    /// <summary>Answered and no longer worked on.</summary>
    Archived = 7,
}

/// <summary>A public deviation from, or addition to, the frozen spelregler (K11). Never edited, never removed.</summary>
public sealed class Notice : Entity
{
    private Notice()
    {
    }

    internal Notice(Guid consultationId, NoticeKind kind, string reason, string decidedBy, DateTimeOffset at)
    {
        ConsultationId = consultationId;
        Kind = kind;
        Reason = reason.Trim();
        DecidedBy = decidedBy;
        At = at;
    }

    public Guid ConsultationId { get; private set; }

    public NoticeKind Kind { get; private set; }

    /// <summary>The correction itself; empty for the other kinds, whose sentence is made from the times below.</summary>
    public string Text { get; internal init; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>Name and role of the official.</summary>
    public string DecidedBy { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary><see cref="NoticeKind.Postponed"/>: the closing before and after.</summary>
    public DateTimeOffset? Was { get; internal init; }

    public DateTimeOffset? Becomes { get; internal init; }

    /// <summary><see cref="NoticeKind.PromisedAnew"/>: the promised day before and after. <see cref="NoticeKind.Paused"/>: the day it is meant to open again.</summary>
    public DateOnly? WasDay { get; internal init; }

    public DateOnly? BecomesDay { get; internal init; }
}
