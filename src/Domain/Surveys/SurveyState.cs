namespace Medborgardialog.Domain.Surveys;

/// <summary>What is stored, with the numbers of <c>BoxState</c>. Scheduled, open and closing is one state: the clock decides it, not a job.</summary>
public enum SurveyState
{
    Draft = 0,
    InReview = 1,
    Published = 2,
    Paused = 3,

    /// <summary>The box is sealed and counted.</summary>
    Closed = 4,
    Cancelled = 9,
}

/// <summary>What everyone sees: the stored state and the time together.</summary>
public enum SurveyPhase
{
    Draft = 0,
    InReview = 1,
    Scheduled = 2,
    Open = 3,
    Paused = 4,

    /// <summary>No more answers are taken; the result is not public yet.</summary>
    Closed = 5,
    Results = 6,
    Cancelled = 7,
}
