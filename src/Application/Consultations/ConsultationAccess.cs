using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Application.Consultations;

/// <summary>Role and phase in one place: who may do what with a rådslag, and when. What a person may not see does not exist for them.</summary>
public static class ConsultationAccess
{
    public static bool MaySee(ICurrentUser user, Phase phase) =>
        phase is not (Phase.Draft or Phase.InReview) || MayBuild(user);

    /// <summary>Officers build, review and run; administrators may read but not decide.</summary>
    public static bool MayBuild(ICurrentUser user) => user.IsInRole(Role.Officer);

    /// <summary>Read the discussion.</summary>
    public static bool MayReadDiscussion(ICurrentUser user, Phase phase) =>
        MaySee(user, phase) && phase is not (Phase.Draft or Phase.InReview or Phase.Scheduled);

    /// <summary>Write, react and report: residents with a confirmed e-mail, and officials, while talk is open.</summary>
    public static bool MayPost(ICurrentUser user, Phase phase) =>
        IsTalkOpen(phase) && (user.IsResident() && user.Assurance >= AssuranceLevel.Email || MayPostAsOfficial(user));

    /// <summary>Posts marked "Svar från kommunen" or, for committee members, "Ledamot".</summary>
    public static bool MayPostAsOfficial(ICurrentUser user) =>
        user.IsInRole(Role.Officer) || user.IsInRole(Role.Moderator) || user.IsInRole(Role.CommitteeMember);

    public static bool IsTalkOpen(Phase phase) => phase is Phase.OpenTalk or Phase.OpenAnswer;

    public static bool MayModerate(ICurrentUser user) => user.IsInRole(Role.Moderator);

    /// <summary>Answer: residents at or above the level that the rådslag asks for. The database decides the instant.</summary>
    public static bool MayAnswer(ICurrentUser user, AssuranceLevel minimum) =>
        user.IsResident() && user.Assurance >= minimum;

    /// <summary>The result is sealed for everyone, staff included, until it is published (K4).</summary>
    public static bool IsResultPublic(Phase phase) =>
        phase is Phase.Results or Phase.WithCommittee or Phase.AnswerLate or Phase.Answered or Phase.FollowUp or Phase.Archived;

    /// <summary>Compile, deliver and tag: officers, after closing.</summary>
    public static bool MayCompileReport(ICurrentUser user) => user.IsInRole(Role.Officer);

    /// <summary>Read what has been delivered to the committee's room.</summary>
    public static bool MayEnterCommitteeRoom(ICurrentUser user, Guid committeeId) =>
        user.IsInRole(Role.CommitteeSecretary, committeeId) || user.IsInRole(Role.CommitteeMember, committeeId)
        || user.IsInRole(Role.CommitteeChair, committeeId);

    public static bool MayWriteAnswer(ICurrentUser user, Guid committeeId) => user.IsInRole(Role.CommitteeSecretary, committeeId);

    public static bool MayApproveAnswer(ICurrentUser user, Guid committeeId) => user.IsInRole(Role.CommitteeChair, committeeId);

    /// <summary>Read the draft of the paper that a report comes to its committee with: officers, and the secretary and the chair of that committee.</summary>
    public static bool MayDraftCase(ICurrentUser user, Guid committeeId) =>
        MayCompileReport(user) || MayWriteAnswer(user, committeeId) || MayApproveAnswer(user, committeeId);

    /// <summary>Be told by mail how it goes: residents with a confirmed address, from the day it is public.</summary>
    public static bool MayFollow(ICurrentUser user, Phase phase) =>
        user.IsResident() && user.Assurance >= AssuranceLevel.Email && phase is not (Phase.Draft or Phase.InReview or Phase.Cancelled);
}
