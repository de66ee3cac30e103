using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Surveys;

public sealed partial class Survey
{
    /// <summary>What is missing before it can be published, in the order of the builder.</summary>
    public IReadOnlyList<SurveyTask> Missing(Questionnaire questionnaire) =>
        [.. Enum.GetValues<SurveyTask>().Where(t => !IsDone(t, questionnaire))];

    public bool IsDone(SurveyTask task, Questionnaire questionnaire) => task switch
    {
        SurveyTask.Texts => Title.Length > 0 && Why.Length > 0,
        SurveyTask.Questions => questionnaire.Questions.Count > 0 && QuestionRules.Fault(questionnaire.Questions, questionnaire.Experience) is null && FaultOfAddOns(questionnaire) is null,
        SurveyTask.Who => Eligibility.Length > 0,
        SurveyTask.Committee => CommitteeId is not null && ContactPhone.Length > 0,
        SurveyTask.Times => Times is not null,
        _ => OtherWays.Length > 0 && PrivacyText.Length > 0,
    };

    /// <summary>Draft → in review. Everything must be done, else <see cref="SurveyIncomplete"/>, or what <see cref="FaultOfAddOns"/> says by name.</summary>
    public Result<Done> SendForReview(Guid officerId, Questionnaire questionnaire)
    {
        if (State != SurveyState.Draft)
        {
            return IsFrozen ? new SurveyFrozen() : Done.Value;
        }

        if (FaultOfAddOns(questionnaire) is { } wrong)
        {
            return wrong;
        }

        var missing = Missing(questionnaire);
        if (missing.Count > 0)
        {
            return new SurveyIncomplete(missing);
        }

        (State, StateReason, SentForReviewBy) = (SurveyState.InReview, "", officerId);
        return Done.Value;
    }

    /// <summary>In review → draft, with what the second person wants changed.</summary>
    public Result<Done> SendBack(string reason)
    {
        if (State != SurveyState.InReview)
        {
            return new SurveyWrongPhase();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new SurveyReasonMissing();
        }

        BackToDraft();
        StateReason = reason.Trim();
        return Done.Value;
    }

    /// <summary>
    /// In review → published: the spelregler are frozen and get their public hash. A second person approves
    /// (<see cref="SurveyNeedsSecondPerson"/>); a closing that has passed is refused.
    /// </summary>
    public Result<Done> Approve(Guid officerId, Questionnaire questionnaire, string committeeName, DateTimeOffset now)
    {
        if (State != SurveyState.InReview)
        {
            return new SurveyWrongPhase();
        }

        if (officerId == SentForReviewBy)
        {
            return new SurveyNeedsSecondPerson();
        }

        if (Times!.ClosesAt <= now)
        {
            return new SurveyTimesWrong(nameof(SurveyTimes.ClosesAt), "schedule.closesInPast");
        }

        (ApprovedBy, ApprovedAt, State, StateReason) = (officerId, now, SurveyState.Published, "");
        (ManifestJson, ManifestHash) = SurveyManifest.Freeze(this, questionnaire, committeeName);
        return Done.Value;
    }

    /// <summary>
    /// How many are asked, where that is not decided beforehand: members of a panel on the day it opens, and those who join while it is open.
    /// Fewer than 100 makes class H compulsory, until it is published; after that it is what everybody has read.
    /// </summary>
    /// <param name="count">1 or more.</param>
    public void Invite(int count)
    {
        InvitedCount = count;
        HighProtection |= !IsFrozen && count < HighProtectionUnder;
    }

    /// <summary>Published → paused: no answers are taken meanwhile.</summary>
    public Result<Done> Pause(string reason, string decidedBy, DateTimeOffset now) =>
        State != SurveyState.Published || now >= Times!.ClosesAt
            ? new SurveyWrongPhase()
            : Decide(SurveyState.Paused, reason, decidedBy, now);

    /// <summary>Paused → published. Where closing has passed meanwhile, or is to be moved later, with a new closing.</summary>
    public Result<Done> Resume(DateTimeOffset? closesAt, string reason, string decidedBy, DateTimeOffset now) =>
        State != SurveyState.Paused
            ? new SurveyWrongPhase()
            : MoveClosing(closesAt ?? Times!.ClosesAt, now) is { } wrong ? wrong : Decide(SurveyState.Published, reason, decidedBy, now);

    /// <summary>Moves closing later, never earlier, with a public reason.</summary>
    public Result<Done> Postpone(DateTimeOffset closesAt, string reason, string decidedBy, DateTimeOffset now)
    {
        if (State != SurveyState.Published || now >= Times!.ClosesAt)
        {
            return new SurveyWrongPhase();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new SurveyReasonMissing();
        }

        return MoveClosing(closesAt, now) is { } wrong ? wrong : Decide(SurveyState.Published, reason, decidedBy, now);
    }

    /// <summary>Stopped for good before closing; nothing is counted.</summary>
    public Result<Done> Cancel(string reason, string decidedBy, DateTimeOffset now) =>
        State == SurveyState.Paused || State == SurveyState.Published && now < Times!.ClosesAt
            ? Decide(SurveyState.Cancelled, reason, decidedBy, now)
            : new SurveyWrongPhase();

    /// <summary>
    /// A new day for the committee's answer, later than the one before, with a reason that everyone sees. Errors: <see cref="SurveyWrongPhase"/>,
    /// <see cref="SurveyReasonMissing"/>, <see cref="SurveyTimesWrong"/>.
    /// </summary>
    public Result<Done> PromiseAnew(DateOnly day, string reason, string decidedBy, DateTimeOffset now)
    {
        if (State is not (SurveyState.Published or SurveyState.Paused or SurveyState.Closed))
        {
            return new SurveyWrongPhase();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new SurveyReasonMissing();
        }

        if (day <= Times!.PromisedAt)
        {
            return new SurveyTimesWrong(nameof(SurveyTimes.PromisedAt), "schedule.promiseEarlier");
        }

        PromiseChanges = [.. PromiseChanges, new PromiseChange(Times.PromisedAt, day, reason.Trim(), decidedBy, now)];
        Times = Times with { PromisedAt = day };
        return Done.Value;
    }

    private SurveyTimesWrong? MoveClosing(DateTimeOffset closesAt, DateTimeOffset now)
    {
        if (closesAt < Times!.ClosesAt)
        {
            return new SurveyTimesWrong(nameof(SurveyTimes.ClosesAt), "schedule.closesEarlier");
        }

        if (closesAt <= now)
        {
            return new SurveyTimesWrong(nameof(SurveyTimes.ClosesAt), "schedule.closesInPast");
        }

        var results = Times.ResultsAt < closesAt ? closesAt : Times.ResultsAt;
        if (DateOnly.FromDateTime(results.UtcDateTime) >= Times.PromisedAt)
        {
            return new SurveyTimesWrong(nameof(SurveyTimes.ClosesAt), "schedule.closesAfterPromise");
        }

        Times = Times with { ClosesAt = closesAt, ResultsAt = results };
        return null;
    }

    private Result<Done> Decide(SurveyState state, string reason, string decidedBy, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new SurveyReasonMissing();
        }

        (State, StateReason, StateDecidedBy, StateChangedAt) = (state, reason.Trim(), decidedBy, now);
        return Done.Value;
    }
}
