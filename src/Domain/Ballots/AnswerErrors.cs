using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>A required question without an answer.</summary>
public sealed record AnswerMissing(string QuestionKey) : RuleError("answer.missing");

/// <summary>More choices than allowed. <paramref name="Max"/> is {0} of the text.</summary>
public sealed record TooManyChoices(string QuestionKey, int Max) : RuleError("answer.tooManyChoices");

/// <summary>A choice that the question does not have.</summary>
public sealed record UnknownChoice(string QuestionKey) : RuleError("answer.unknownChoice");

/// <summary>Text too long. <paramref name="Over"/> is {0} and <paramref name="Max"/> {1} of the text.</summary>
public sealed record AnswerTooLong(string QuestionKey, int Over, int Max) : RuleError("answer.tooLong");

/// <summary>"Vet inte" together with something else. <paramref name="Label"/> is {0} of the text.</summary>
public sealed record OutsideChoiceNotAlone(string QuestionKey, string Label) : RuleError("answer.outsideChoiceNotAlone");

public sealed record NumberUnreadable(string QuestionKey) : RuleError("answer.numberUnreadable");

/// <summary>A number outside the limits, {0} and {1} of the text; either may be missing.</summary>
public sealed record NumberOutside(string QuestionKey, decimal? Lowest, decimal? Highest) : RuleError("answer.numberOutside");

/// <summary><paramref name="Max"/> is {0} of the text.</summary>
public sealed record TooManyDecimals(string QuestionKey, int Max) : RuleError("answer.tooManyDecimals");

public sealed record DateUnreadable(string QuestionKey) : RuleError("answer.dateUnreadable");

public sealed record PointUnreadable(string QuestionKey) : RuleError("answer.pointUnreadable");

/// <summary>No published rådslag or survey lies there.</summary>
public sealed record DialogueNotFound() : NotFoundError("answer.dialogueNotFound");

public sealed record QuestionNotFound() : NotFoundError("answer.questionNotFound");

/// <summary>Answers are not accepted yet.</summary>
public sealed record AnswersNotOpen() : ConflictError("answer.notOpen");

/// <summary>Closed by the database clock. <paramref name="ClosedAt"/> is {0} of the text. Nothing was counted; what was typed is handed back.</summary>
public sealed record AnswersClosed(DateTimeOffset ClosedAt) : ConflictError("answer.closed");

/// <summary>Paused: neither closed nor open.</summary>
public sealed record AnswersPaused() : ConflictError("answer.paused");

/// <summary>Stopped for good: nothing is counted.</summary>
public sealed record AnswersCancelled() : ConflictError("answer.cancelled");

/// <summary>Mode A: this person has answered; only the edit key opens the answer.</summary>
public sealed record AlreadyAnswered() : ConflictError("answer.alreadyAnswered");

/// <summary>Mode A: no answer has this edit key.</summary>
public sealed record EditKeyUnknown() : NotFoundError("answer.editKeyUnknown");

/// <summary>There is nothing to save yet.</summary>
public sealed record DraftEmpty() : RuleError("answer.draftEmpty");

/// <summary>No draft has this code: mistyped, sent already, or older than 30 days.</summary>
public sealed record ResumeCodeUnknown() : RuleError("answer.resumeUnknown");

/// <summary>The assurance level of the dialogue is not reached.</summary>
public sealed record NotEligible() : ForbiddenError("answer.notEligible");
