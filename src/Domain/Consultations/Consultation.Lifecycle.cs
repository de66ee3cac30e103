using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Consultations;

public sealed partial class Consultation
{
    /// <summary>Published → paused, with a public notice. Neither posts nor answers are accepted meanwhile.</summary>
    public Result<Done> Pause(string reason, DateOnly? until, string decidedBy, DateTimeOffset now)
    {
        if (State != ConsultationState.Published || now >= Schedule!.ClosesAt)
        {
            return new WrongPhase(Phase.OpenAnswer);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        PausedUntil = until;
        _notices.Add(new Notice(Id, NoticeKind.Paused, reason, decidedBy, now) { BecomesDay = until });
        ChangeState(ConsultationState.Paused, reason, decidedBy, now);
        return Done.Value;
    }

    /// <summary>
    /// Paused → published, with a public notice. A closing time that has passed, or is to be moved, needs <paramref name="newClosesAt"/>,
    /// which is never earlier than the old one.
    /// </summary>
    public Result<Done> Resume(DateTimeOffset? newClosesAt, string reason, string decidedBy, DateTimeOffset now)
    {
        if (State != ConsultationState.Paused)
        {
            return new WrongPhase(Phase.Paused);
        }

        var closes = newClosesAt ?? Schedule!.ClosesAt;
        if (closes < Schedule!.ClosesAt)
        {
            return new ScheduleWrong(nameof(Schedule.ClosesAt), "schedule.closesEarlier");
        }

        if (closes <= now)
        {
            return new ScheduleWrong(nameof(Schedule.ClosesAt), "schedule.closesInPast");
        }

        if (!IsBeforePromise(closes))
        {
            return new ScheduleWrong(nameof(Schedule.ClosesAt), "schedule.closesAfterPromise");
        }

        var why = string.IsNullOrWhiteSpace(reason) ? StateReason : reason;
        _notices.Add(new Notice(Id, NoticeKind.Resumed, why, decidedBy, now));
        MoveClosing(closes, why, decidedBy, now);
        PausedUntil = null;
        ChangeState(ConsultationState.Published, "", decidedBy, now);
        return Done.Value;
    }

    /// <summary>Moves closing later, never earlier, with a public notice.</summary>
    public Result<Done> Postpone(DateTimeOffset closesAt, string reason, string decidedBy, DateTimeOffset now)
    {
        if (State != ConsultationState.Published || now >= Schedule!.ClosesAt)
        {
            return new WrongPhase(Phase.OpenAnswer);
        }

        if (closesAt <= Schedule.ClosesAt)
        {
            return new ScheduleWrong(nameof(Schedule.ClosesAt), "schedule.closesEarlier");
        }

        if (!IsBeforePromise(closesAt))
        {
            return new ScheduleWrong(nameof(Schedule.ClosesAt), "schedule.closesAfterPromise");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        MoveClosing(closesAt, reason, decidedBy, now);
        return Done.Value;
    }

    /// <summary>Adds a public notice beside the frozen spelregler, for example a correction of a caption. Options never change.</summary>
    public Result<Done> AddNotice(string text, string reason, string decidedBy, DateTimeOffset now)
    {
        if (!IsFrozen)
        {
            return new WrongPhase(Phase.Draft);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new NoticeTextMissing();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        _notices.Add(new Notice(Id, NoticeKind.Correction, reason, decidedBy, now) { Text = text.Trim() });
        return Done.Value;
    }

    /// <summary>Stopped for good before closing: who decided and why stays on the page, nothing is counted.</summary>
    public Result<Done> Cancel(string reason, string decidedBy, DateTimeOffset now)
    {
        var running = State == ConsultationState.Paused || State == ConsultationState.Published && now < Schedule!.ClosesAt;
        if (!running)
        {
            return new WrongPhase(Phase.OpenAnswer);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        _notices.Add(new Notice(Id, NoticeKind.Cancelled, reason, decidedBy, now));
        ChangeState(ConsultationState.Cancelled, reason, decidedBy, now);
        return Done.Value;
    }

    /// <summary>Called when the box has been sealed in the same transaction. Safe to call twice.</summary>
    public void MarkCounted(DateTimeOffset at)
    {
        if (State == ConsultationState.Published)
        {
            State = ConsultationState.Closed;
        }

        CountedAt ??= at;
    }

    /// <summary>The report has been delivered: closed → with the committee.</summary>
    public Result<Done> DeliverToCommittee(DateTimeOffset now)
    {
        if (State == ConsultationState.WithCommittee)
        {
            return Done.Value;
        }

        if (State != ConsultationState.Closed || CountedAt is null)
        {
            return new WrongPhase(Phase.Closed);
        }

        ChangeState(ConsultationState.WithCommittee, "", "", now);
        return Done.Value;
    }

    /// <summary>A new answer date needs a reason, which everyone sees.</summary>
    public Result<Done> PromiseAnew(DateOnly date, string reason, string decidedBy, DateTimeOffset now)
    {
        if (State is not (ConsultationState.Published or ConsultationState.Paused or ConsultationState.Closed or ConsultationState.WithCommittee))
        {
            return new WrongPhase(Phase.WithCommittee);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        if (date <= PromisedAt)
        {
            return new ScheduleWrong(nameof(Schedule.PromisedAt), "schedule.promiseEarlier");
        }

        _notices.Add(new Notice(Id, NoticeKind.PromisedAnew, reason, decidedBy, now) { WasDay = PromisedAt, BecomesDay = date });
        NewPromisedAt = date;
        return Done.Value;
    }

    /// <summary>The chair has approved the answer.</summary>
    public Result<Done> Answer(DateTimeOffset now) => Step(ConsultationState.WithCommittee, ConsultationState.Answered, now);

    /// <summary>The first point has been followed up.</summary>
    public Result<Done> StartFollowUp(DateTimeOffset now) => Step(ConsultationState.Answered, ConsultationState.FollowUp, now);

    /// <summary>
    /// The committee has answered and what it promised has been told about as far as it goes. Everything stays readable where it
    /// stood, and a point can still be followed up. Safe to call twice; the first reason stands.
    /// </summary>
    public Result<Done> Archive(string reason, string decidedBy, DateTimeOffset now)
    {
        if (State == ConsultationState.Archived)
        {
            return Done.Value;
        }

        if (State is not (ConsultationState.Answered or ConsultationState.FollowUp))
        {
            return new WrongPhase(Phase.Answered);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        _notices.Add(new Notice(Id, NoticeKind.Archived, reason, decidedBy, now));
        ChangeState(ConsultationState.Archived, reason, decidedBy, now);
        return Done.Value;
    }

    private Result<Done> Step(ConsultationState from, ConsultationState to, DateTimeOffset now)
    {
        if (State == to)
        {
            return Done.Value;
        }

        if (State != from)
        {
            return new WrongPhase(Phase.WithCommittee);
        }

        ChangeState(to, "", "", now);
        return Done.Value;
    }

    /// <summary>The committee cannot answer before there are results. Those that stay where they were agreed are not looked at again.</summary>
    private bool IsBeforePromise(DateTimeOffset closesAt)
    {
        var results = ResultsAfter(closesAt);
        var latest = results == Schedule!.ResultsAt ? closesAt : results;
        return DateOnly.FromDateTime(latest.UtcDateTime) < PromisedAt;
    }

    /// <summary>The results keep their distance to the closing when they would otherwise come before it.</summary>
    private DateTimeOffset ResultsAfter(DateTimeOffset closesAt) =>
        Schedule!.ResultsAt < closesAt ? closesAt + (Schedule.ResultsAt - Schedule.ClosesAt) : Schedule.ResultsAt;

    private void MoveClosing(DateTimeOffset closesAt, string reason, string decidedBy, DateTimeOffset now)
    {
        if (closesAt == Schedule!.ClosesAt)
        {
            return;
        }

        var results = ResultsAfter(closesAt);
        _notices.Add(new Notice(Id, NoticeKind.Postponed, reason, decidedBy, now) { Was = Schedule.ClosesAt, Becomes = closesAt });
        Schedule = Schedule with { ClosesAt = closesAt, ResultsAt = results };
    }

    private void ChangeState(ConsultationState state, string reason, string decidedBy, DateTimeOffset now)
    {
        State = state;
        StateReason = reason.Trim();
        StateDecidedBy = decidedBy;
        StateChangedAt = now;
    }
}
