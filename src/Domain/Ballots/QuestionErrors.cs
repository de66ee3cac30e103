using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

public sealed record QuestionTextMissing() : RuleError("question.textMissing");

/// <summary>Fewer than two choices, more than <paramref name="Max"/> ({0} of the text), or two with the same key.</summary>
public sealed record ChoicesWrong(int Max) : RuleError("question.choicesWrong");

/// <summary>A limit below 1 or above the number of choices, {0} of the text.</summary>
public sealed record MaxChoicesWrong(int Count) : RuleError("question.maxChoicesWrong");

/// <summary>The headline result needs a question with exactly one choice.</summary>
public sealed record HeadlineNeedsOneChoice() : RuleError("question.headlineNeedsOneChoice");

public sealed record HeadlineTwice() : RuleError("question.headlineTwice");

/// <summary>More than <paramref name="Max"/> questions ({0} of the text).</summary>
public sealed record TooManyQuestions(int Max) : RuleError("question.tooMany");

/// <summary>A key that is not lower-case letters, digits and hyphens, at most 32.</summary>
public sealed record QuestionKeyWrong() : RuleError("question.keyWrong");

/// <summary>No statements, more than <paramref name="Max"/> ({0} of the text), or two with the same key.</summary>
public sealed record ItemsWrong(int Max) : RuleError("question.itemsWrong");

/// <summary>The smallest number is above the largest, or the decimals are not 0–6.</summary>
public sealed record NumberLimitsWrong() : RuleError("question.numberLimitsWrong");

/// <summary>A condition asks for an answer that has not been given yet, or is too deep. <paramref name="Section"/> ({0}) names the question.</summary>
public sealed record ConditionWrong(string Section) : RuleError("question.conditionWrong");

/// <summary>A question to users where nothing says who they are. <paramref name="Section"/> ({0}) names the question.</summary>
public sealed record ExperienceMissing(string Section) : RuleError("question.experienceMissing");

/// <summary>A choice between pictures without one. <paramref name="Label"/> is {0} of the text.</summary>
public sealed record ChoicePictureMissing(string Label) : RuleError("question.choicePictureMissing");

/// <summary>Another question's condition asks for it. <paramref name="Section"/> ({0}) is asked for by <paramref name="By"/> ({1}).</summary>
public sealed record QuestionAskedFor(string Section, string By) : RuleError("question.askedFor");

/// <summary>Another question's condition asks for a choice that would disappear. <paramref name="Label"/> ({0}) is asked for by <paramref name="By"/> ({1}).</summary>
public sealed record ChoiceAskedFor(string Label, string By) : RuleError("question.choiceAskedFor");

/// <summary>Two questions say that they measure the same for exit, voice and loyalty: a respondent can be in one group only.</summary>
public sealed record MeasuredTwice(string Section) : RuleError("question.measuredTwice");
