using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Application.Surveys;

/// <summary>Role and phase in one place: who may do what with a survey, and when. What a person may not see does not exist for them.</summary>
public static class SurveyAccess
{
    public static bool MaySee(ICurrentUser user, SurveyPhase phase) =>
        phase is not (SurveyPhase.Draft or SurveyPhase.InReview) || MayBuild(user);

    /// <summary>Officers build, review and run.</summary>
    public static bool MayBuild(ICurrentUser user) => user.IsInRole(Role.Officer);

    /// <summary>The result is sealed for everyone, staff included, until it is published (K4).</summary>
    public static bool IsResultPublic(SurveyPhase phase) => phase == SurveyPhase.Results;
}
