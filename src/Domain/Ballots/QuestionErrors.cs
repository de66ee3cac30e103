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
