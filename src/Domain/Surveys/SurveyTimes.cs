namespace Medborgardialog.Domain.Surveys;

/// <summary>The dates of a survey, UTC instants. Answers are taken in <c>[AnswersOpenAt, ClosesAt)</c>.</summary>
/// <param name="ResultsAt">The result is public from this instant at the earliest; not before closing.</param>
/// <param name="PromisedAt">The last day on which the committee has promised to answer; after the result.</param>
public sealed record SurveyTimes(DateTimeOffset AnswersOpenAt, DateTimeOffset ClosesAt, DateTimeOffset ResultsAt, DateOnly PromisedAt);

/// <summary>The committee needs more time: from which day to which, why, and who decided it.</summary>
/// <param name="DecidedBy">Name and title.</param>
public sealed record PromiseChange(DateOnly Was, DateOnly Becomes, string Reason, string DecidedBy, DateTimeOffset At);
