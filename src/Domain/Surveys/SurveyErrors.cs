using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Surveys;

public sealed record SurveyNotFound() : NotFoundError("survey.notFound");

public sealed record SurveyForbidden() : ForbiddenError("survey.forbidden");

/// <summary>It is published: answers may have been given on it.</summary>
public sealed record SurveyFrozen() : ConflictError("survey.frozen");

/// <summary>Another officer saved since the page was opened.</summary>
public sealed record SurveyChangedMeanwhile() : ConflictError("survey.changedMeanwhile");

/// <summary>The step asked for does not follow from the present state.</summary>
public sealed record SurveyWrongPhase() : ConflictError("survey.wrongPhase");

/// <summary>Publishing is refused until every task is done.</summary>
public sealed record SurveyIncomplete(IReadOnlyList<SurveyTask> Missing) : RuleError("survey.incomplete");

/// <summary>The one who sent it for review cannot approve it.</summary>
public sealed record SurveyNeedsSecondPerson() : ForbiddenError("survey.needsSecondPerson");

public sealed record SurveyReasonMissing() : RuleError("survey.reasonMissing");

/// <summary>The title is empty or longer than <paramref name="Max"/> characters ({0} of the text).</summary>
public sealed record SurveyTitleWrong(int Max) : RuleError("survey.titleWrong");

public sealed record SurveySlugTaken() : RuleError("survey.slugTaken");

/// <summary>A sample or a total survey that anyone could answer.</summary>
public sealed record DesignNeedsCodes() : RuleError("survey.designNeedsCodes");

/// <summary>Fewer than one invited, or more invited than there are.</summary>
public sealed record InvitedWrong() : RuleError("survey.invitedWrong");

/// <summary>A sample or a total survey without the number of people asked: there would be no response rate, and no knowing that they are few.</summary>
public sealed record InvitedMissing() : RuleError("survey.invitedMissing");

/// <summary>A tag that is no language, or more than <paramref name="Max"/> ({0} of the text).</summary>
public sealed record LanguagesWrong(int Max) : RuleError("survey.languagesWrong");

/// <summary>Fewer than two groups, or the same one twice. <paramref name="Name"/> is {0} of the text.</summary>
public sealed record BreakdownWrong(string Name) : RuleError("survey.breakdownWrong");

/// <summary>Dates that contradict each other; <paramref name="Field"/> names the one to change.</summary>
public sealed record SurveyTimesWrong(string Field, string Code) : RuleError(Code);

/// <summary>The spelregler did not say that answers would be exported one by one.</summary>
public sealed record RowsNotDeclared() : RuleError("survey.rowsNotDeclared");

public sealed record EditionMissing() : RuleError("survey.editionMissing");

public sealed record ProgrammeUnknown() : RuleError("survey.programmeUnknown");

/// <summary>The bank has no question with this key and version.</summary>
public sealed record BankQuestionNotFound() : NotFoundError("bank.notFound");

/// <summary>Only a question that is saved in the survey can be put into the bank, under a key of lower-case letters, digits and hyphens.</summary>
public sealed record BankKeyWrong() : RuleError("bank.keyWrong");

/// <summary>A comparison that is broken needs a note that later stands beside the figures.</summary>
public sealed record BreakNoteMissing() : RuleError("survey.breakNoteMissing");

/// <summary>There is no earlier wording to go back to.</summary>
public sealed record NothingToRestore() : RuleError("survey.nothingToRestore");

/// <summary>A question that some units ask in a survey of citizens. <paramref name="Section"/> ({0}) names it.</summary>
public sealed record AddOnOnlyForUsers(string Section) : RuleError("survey.addOnOnlyForUsers");

/// <summary>The question <paramref name="Section"/> ({0}) is asked by the unit <paramref name="Unit"/> ({1}), which the breakdown by unit does not have.</summary>
public sealed record AddOnUnitUnknown(string Section, string Unit) : RuleError("survey.addOnUnitUnknown");

/// <summary>An e-ID is asked for in an installation that is connected to none: nobody could answer.</summary>
public sealed record EIdNotConfigured() : RuleError("survey.eIdNotConfigured");
