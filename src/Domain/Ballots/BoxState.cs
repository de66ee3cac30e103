namespace Medborgardialog.Domain.Ballots;

/// <summary>
/// What the ballot box needs to know of the stored state of a dialogue. The numbers are those of <c>ConsultationState</c> and
/// <c>SurveyState</c>, in which everything after <see cref="Closed"/> but <see cref="Cancelled"/> is closed too.
/// </summary>
public enum BoxState
{
    Draft = 0,
    InReview = 1,
    Published = 2,
    Paused = 3,
    Closed = 4,
    Cancelled = 9,
}
