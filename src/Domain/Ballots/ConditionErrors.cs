using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Ballots;

/// <summary>A condition that cannot be read. <paramref name="Position"/> ({0}) is the character, from 1; <paramref name="Found"/> ({1}) what stands there, or empty at the end.</summary>
public abstract record ConditionUnreadable(string Code, int Position, string Found) : RuleError(Code);

/// <summary>A question, "inte" or a parenthesis should stand there.</summary>
public sealed record ConditionTestExpected(int Position, string Found) : ConditionUnreadable("condition.testExpected", Position, Found);

/// <summary>No earlier question has that key or number.</summary>
public sealed record ConditionQuestionUnknown(int Position, string Found) : ConditionUnreadable("condition.questionUnknown", Position, Found);

/// <summary>It is answered in words, which nothing may depend on (trust T36).</summary>
public sealed record ConditionAsksForText(int Position, string Found) : ConditionUnreadable("condition.asksForText", Position, Found);

/// <summary>A battery is asked for by its statement. <paramref name="Found"/> is the battery.</summary>
public sealed record ConditionStatementExpected(int Position, string Found) : ConditionUnreadable("condition.statementExpected", Position, Found);

/// <summary>A comparison that fits the question should stand there: "är", "minst", "högst", "mellan", "från", "till", "efter", "före", "angiven" or "besvarad".</summary>
public sealed record ConditionVerbExpected(int Position, string Found) : ConditionUnreadable("condition.verbExpected", Position, Found);

/// <summary>The question does not have that choice.</summary>
public sealed record ConditionChoiceUnknown(int Position, string Found) : ConditionUnreadable("condition.choiceUnknown", Position, Found);

public sealed record ConditionNumberExpected(int Position, string Found) : ConditionUnreadable("condition.numberExpected", Position, Found);

/// <summary>A day as 2026-01-31.</summary>
public sealed record ConditionDayExpected(int Position, string Found) : ConditionUnreadable("condition.dayExpected", Position, Found);

/// <summary>"och" between the two ends.</summary>
public sealed record ConditionAndExpected(int Position, string Found) : ConditionUnreadable("condition.andExpected", Position, Found);

public sealed record ConditionOpeningExpected(int Position, string Found) : ConditionUnreadable("condition.openingExpected", Position, Found);

public sealed record ConditionClosingExpected(int Position, string Found) : ConditionUnreadable("condition.closingExpected", Position, Found);

/// <summary>"och", "eller" or the end.</summary>
public sealed record ConditionEndExpected(int Position, string Found) : ConditionUnreadable("condition.endExpected", Position, Found);

/// <summary>More levels than <see cref="Condition.MaxDepth"/>, or longer than can be meant.</summary>
public sealed record ConditionTooDeep(int Position, string Found) : ConditionUnreadable("condition.tooDeep", Position, Found);
