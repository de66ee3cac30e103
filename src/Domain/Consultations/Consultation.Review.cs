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
        StateReason = "";
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
    /// (<see cref="ApprovalNeedsSecondPerson"/>), and a closing that has already passed is refused. An opening that has passed opens at once.
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

    private IEnumerable<PublishCheck> Missing(Questionnaire questionnaire) =>
        Checklist(questionnaire).Where(c => !c.Value).Select(c => c.Key);

    private bool IsDone(PublishCheck check, Questionnaire questionnaire) => check switch
    {
        PublishCheck.Texts => Title.Length > 0 && Background.Length > 0 && Summary.Length > 0
            && Summary.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= MaxSummaryWords,
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
