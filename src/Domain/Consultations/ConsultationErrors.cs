using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Consultations;

public sealed record ConsultationNotFound() : NotFoundError("consultation.notFound");

public sealed record ConsultationForbidden() : ForbiddenError("consultation.forbidden");

/// <summary>The text is frozen: answers may have been given on it.</summary>
public sealed record ConsultationFrozen() : ConflictError("consultation.frozen");

/// <summary>Another officer saved since the page was opened.</summary>
public sealed record ConsultationChangedMeanwhile() : ConflictError("consultation.changedMeanwhile");

/// <summary>The step asked for does not follow from the present state.</summary>
public sealed record WrongPhase(Phase Phase) : ConflictError("consultation.wrongPhase");

/// <summary>K12: with nothing to influence it is information, not a rådslag.</summary>
public sealed record NothingToInfluence() : RuleError("consultation.nothingToInfluence");

/// <summary>Publishing is refused until every check is done; <paramref name="Missing"/> holds the keys of those that are not.</summary>
public sealed record ConsultationIncomplete(IReadOnlyList<PublishCheck> Missing) : RuleError("consultation.incomplete");

/// <summary>The one who sent it for review cannot approve it.</summary>
public sealed record ApprovalNeedsSecondPerson() : ForbiddenError("consultation.approvalNeedsSecondPerson");

public sealed record ReasonMissing() : RuleError("consultation.reasonMissing");

public sealed record SlugTaken() : RuleError("consultation.slugTaken");

/// <summary>Dates that contradict each other or the calendar; <paramref name="Field"/> names the one to change.</summary>
public sealed record ScheduleWrong(string Field, string Code) : RuleError(Code);

/// <summary>The title is empty or longer than 80 characters.</summary>
public sealed record TitleWrong() : RuleError("consultation.titleWrong");

/// <summary>The address has other characters than a–z, 0–9 and hyphens, or is longer than 60.</summary>
public sealed record SlugWrong() : RuleError("consultation.slugWrong");

/// <summary>No more options fit. <paramref name="Max"/> is {0} of the text.</summary>
public sealed record TooManyOptions(int Max) : RuleError("consultation.tooManyOptions");

public sealed record NoticeTextMissing() : RuleError("consultation.noticeTextMissing");

public sealed record CommitteeUnknown() : RuleError("consultation.committeeUnknown");

/// <summary>A moderator who is not one, or the same person twice.</summary>
public sealed record ModeratorsWrong() : RuleError("consultation.moderatorsWrong");
