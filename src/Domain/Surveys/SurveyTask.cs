namespace Medborgardialog.Domain.Surveys;

/// <summary>What must be done before a survey can be published, in the order of the builder.</summary>
public enum SurveyTask
{
    /// <summary>Title and why it is asked.</summary>
    Texts = 1,
    Questions = 2,

    /// <summary>Who may answer, how it is proved and how answers are kept.</summary>
    Who = 3,

    /// <summary>The committee that has to answer, and whom to call.</summary>
    Committee = 4,
    Times = 5,

    /// <summary>Other ways to answer, and what happens with personal data.</summary>
    Channels = 6,
}
