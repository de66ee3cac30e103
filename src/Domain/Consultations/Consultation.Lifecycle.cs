using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Consultations;

public sealed partial class Consultation
{
    /// <summary>Which checks are done, in the order of <see cref="PublishCheck"/>.</summary>
    public IReadOnlyDictionary<PublishCheck, bool> Checklist(Questionnaire questionnaire) =>
        Enum.GetValues<PublishCheck>().ToDictionary(c => c, c => IsDone(c, questionnaire));

    /// <summary>Draft → in review. Everything but the second person must be done, else <see cref="ConsultationIncomplete"/>.</summary>
    public Result<Done> SendForReview(Guid officerId, Questionnaire questionnaire)
    {
        if (State != ConsultationState.Draft)
        {
            return IsFrozen ? new ConsultationFrozen() : Done.Value;
        }

        var missing = Missing(questionnaire).Where(c => c != PublishCheck.SecondPerson).ToList();
        if (missing.Count > 0)
        {
            return new ConsultationIncomplete(missing);
        }

        State = ConsultationState.InReview;
        SentForReviewBy = officerId;
        return Done.Value;
    }

    /// <summary>In review → draft, with what the second person wants changed.</summary>
    public Result<Done> SendBack(string reason)
    {
        if (State != ConsultationState.InReview)
        {
            return new WrongPhase(Phase.InReview);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        BackToDraft();
        StateReason = reason.Trim();
        return Done.Value;
    }

    /// <summary>
    /// In review → published: the spelregler are frozen and get their public hash. A second person approves
    /// (<see cref="ApprovalNeedsSecondPerson"/>), and an opening that has already passed is refused.
    /// </summary>
    /// <param name="committeeName">Printed in the manifest.</param>
    public Result<Done> Approve(Guid officerId, Questionnaire questionnaire, string committeeName, DateTimeOffset now)
    {
        if (State != ConsultationState.InReview)
        {
            return new WrongPhase(Phase.InReview);
        }

        if (officerId == SentForReviewBy)
        {
            return new ApprovalNeedsSecondPerson();
        }

        if (Schedule!.ClosesAt <= now)
        {
            return new ScheduleWrong(nameof(Schedule.ClosesAt), "schedule.closesInPast");
        }

        ApprovedBy = officerId;
        ApprovedAt = now;
        State = ConsultationState.Published;
        StateReason = "";
        (ManifestJson, ManifestHash) = Manifest.Freeze(this, questionnaire, committeeName);
        return Done.Value;
    }

    /// <summary>Published but not yet open → draft again. The manifest is withdrawn with it.</summary>
    public Result<Done> Withdraw(DateTimeOffset now)
    {
        if (State != ConsultationState.Published || now >= Schedule!.TalkOpensAt)
        {
            return new ConsultationFrozen();
        }

        BackToDraft();
        ManifestJson = null;
        ManifestHash = null;
        return Done.Value;
    }

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
        ChangeState(ConsultationState.Paused, reason, decidedBy, now);
        return Done.Value;
    }

    /// <summary>Paused → published. A closing time that has passed or is to be moved needs <paramref name="newClosesAt"/>, which becomes a public notice.</summary>
    public Result<Done> Resume(DateTimeOffset? newClosesAt, string decidedBy, DateTimeOffset now)
    {
        if (State != ConsultationState.Paused)
        {
            return new WrongPhase(Phase.Paused);
        }

        if ((newClosesAt ?? Schedule!.ClosesAt) <= now)
        {
            return new ScheduleWrong(nameof(Schedule.ClosesAt), "schedule.closesInPast");
        }

        var reason = StateReason;
        ChangeState(ConsultationState.Published, "", decidedBy, now);
        return newClosesAt is { } closes && closes != Schedule!.ClosesAt
            ? Postpone(closes, reason, decidedBy, now)
            : Done.Value;
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

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        var results = Schedule.ResultsAt < closesAt ? closesAt + (Schedule.ResultsAt - Schedule.ClosesAt) : Schedule.ResultsAt;
        _notices.Add(new Notice(Id, $"{Schedule.ClosesAt:O} → {closesAt:O}", reason.Trim(), decidedBy, now));
        Schedule = Schedule with { ClosesAt = closesAt, ResultsAt = results };
        return Done.Value;
    }

    /// <summary>Adds a public notice beside the frozen spelregler, for example a correction of a caption. Options never change.</summary>
    public Result<Done> AddNotice(string text, string reason, string decidedBy, DateTimeOffset now)
    {
        if (!IsFrozen)
        {
            return new WrongPhase(Phase.Draft);
        }

        if (string.IsNullOrWhiteSpace(text) || string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        _notices.Add(new Notice(Id, text.Trim(), reason.Trim(), decidedBy, now));
        return Done.Value;
    }

    public Result<Done> Cancel(string reason, string decidedBy, DateTimeOffset now)
    {
        if (State is not (ConsultationState.Published or ConsultationState.Paused) || now >= Schedule!.ClosesAt)
        {
            return new WrongPhase(Phase.OpenAnswer);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

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
        if (State != ConsultationState.WithCommittee)
        {
            return new WrongPhase(Phase.WithCommittee);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonMissing();
        }

        _notices.Add(new Notice(Id, $"{PromisedAt:yyyy-MM-dd} → {date:yyyy-MM-dd}", reason.Trim(), decidedBy, now));
        NewPromisedAt = date;
        return Done.Value;
    }

    /// <summary>The chair has approved the answer.</summary>
    public Result<Done> Answer(DateTimeOffset now) => Step(ConsultationState.WithCommittee, ConsultationState.Answered, now);

    /// <summary>The first point has been followed up.</summary>
    public Result<Done> StartFollowUp(DateTimeOffset now) => Step(ConsultationState.Answered, ConsultationState.FollowUp, now);

    public Result<Done> Archive(DateTimeOffset now) =>
        State == ConsultationState.Answered
            ? Step(ConsultationState.Answered, ConsultationState.Archived, now)
            : Step(ConsultationState.FollowUp, ConsultationState.Archived, now);

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

    private void ChangeState(ConsultationState state, string reason, string decidedBy, DateTimeOffset now)
    {
        State = state;
        StateReason = reason.Trim();
        StateDecidedBy = decidedBy;
        StateChangedAt = now;
    }

    private IEnumerable<PublishCheck> Missing(Questionnaire questionnaire) =>
        Checklist(questionnaire).Where(c => !c.Value).Select(c => c.Key);

    private bool IsDone(PublishCheck check, Questionnaire questionnaire) => check switch
    {
        PublishCheck.Texts => Title.Length > 0 && Background.Length > 0 && Summary.Length > 0
            && Summary.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 50,
        PublishCheck.PictureTexts => _options.TrueForAll(o => o.PictureId is null || o.PictureText.Length > 0),
        PublishCheck.InfluenceLevel => Influence is not null,
        PublishCheck.CanInfluence => CanInfluence.Count > 0,
        PublishCheck.AlreadyDecided => AlreadyDecided.Count > 0,
        PublishCheck.Options => _options.Count >= 2 && AspectNames.Count > 0 && _options.TrueForAll(o =>
            o.Name.Length > 0 && o.Idea.Length > 0
            && o.Aspects.Count == AspectNames.Count && o.Aspects.All(a => a.Length > 0)),
        PublishCheck.Questions => questionnaire.Questions.Count(q => q.Headline) == 1,
        PublishCheck.Committee => CommitteeId is not null && ContactPhone.Length > 0,
        PublishCheck.PromisedAnswer => Schedule is not null,
        PublishCheck.Schedule => Schedule is not null,
        PublishCheck.Eligibility => Eligibility.Length > 0,
        PublishCheck.OtherWays => OtherWays.Length > 0,
        PublishCheck.PrivacyText => PrivacyText.Length > 0,
        PublishCheck.EasySwedish => EasySwedish.Length > 0,
        PublishCheck.Moderators => ModeratorId is not null && DeputyModeratorId is not null && ModeratorId != DeputyModeratorId,
        PublishCheck.SecondPerson => ApprovedBy is not null,
        _ => TickedChecks.Contains(check),
    };
}
