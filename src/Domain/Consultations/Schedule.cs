namespace Medborgardialog.Domain.Consultations;

/// <summary>The dates of a rådslag, UTC instants. Talk and answers are open in half-open intervals: <c>[TalkOpensAt, ClosesAt)</c> and <c>[AnswersOpenAt, ClosesAt)</c>.</summary>
/// <param name="TalkOpensAt">The page becomes public as open and the discussion starts.</param>
/// <param name="AnswersOpenAt">Answers are accepted from this instant; not before talk opens.</param>
/// <param name="ClosesAt">First instant at which neither posts nor answers are accepted.</param>
/// <param name="ResultsAt">The result is public from this instant at the earliest; not before closing.</param>
/// <param name="PromisedAt">The last day on which the committee has promised to answer.</param>
public sealed record Schedule(
    DateTimeOffset TalkOpensAt, DateTimeOffset AnswersOpenAt, DateTimeOffset ClosesAt, DateTimeOffset ResultsAt, DateOnly PromisedAt);
