namespace Medborgardialog.Domain.Consultations;

/// <summary>What is stored. The time-run part of the life (scheduled, talk, answer, closing) is one state, because the clock and not a job decides it.</summary>
public enum ConsultationState
{
    Draft = 0,
    InReview = 1,
    Published = 2,
    Paused = 3,
    Closed = 4,
    WithCommittee = 5,
    Answered = 6,
    FollowUp = 7,
    Archived = 8,
    Cancelled = 9,
}

/// <summary>What everyone sees: the stored state and the time together.</summary>
public enum Phase
{
    Draft = 0,
    InReview = 1,
    Scheduled = 2,
    OpenTalk = 3,
    OpenAnswer = 4,
    Paused = 5,
    Closed = 6,
    Results = 7,
    WithCommittee = 8,
    AnswerLate = 9,
    Answered = 10,
    FollowUp = 11,
    Archived = 12,
    Cancelled = 13,
}

/// <summary>Delaktighetstrappan. A dialogue at <see cref="Information"/> has nothing to influence and cannot be a rådslag (K12).</summary>
public enum InfluenceLevel
{
    Information = 1,
    Consult = 2,
    Dialogue = 3,
    CoCreate = 4,
    CoDecide = 5,
}
