using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

/// <summary>The tasks of the builder (S22), in the order of work.</summary>
public enum BuilderTask
{
    Question,
    Influence,
    Background,
    Options,
    Talk,
    Questions,
    Eligibility,
    Committee,
    Schedule,
    Channels,
}

public enum BuilderTaskState
{
    NotStarted,
    NeedsWork,
    Done,
}

/// <summary>Which task a check belongs to, and how far each task has come.</summary>
public static class BuilderTasks
{
    /// <summary>The task to open for a check that is not done; null for those that are ticked or given on the publishing page itself.</summary>
    public static BuilderTask? Of(PublishCheck check, Consultation consultation) => check switch
    {
        PublishCheck.Texts when IsQuestionDone(consultation) => BuilderTask.Background,
        PublishCheck.Texts => BuilderTask.Question,
        PublishCheck.InfluenceLevel or PublishCheck.CanInfluence or PublishCheck.AlreadyDecided => BuilderTask.Influence,
        PublishCheck.PictureTexts or PublishCheck.Options => BuilderTask.Options,
        PublishCheck.Questions => BuilderTask.Questions,
        PublishCheck.Committee => BuilderTask.Committee,
        PublishCheck.PromisedAnswer or PublishCheck.Schedule => BuilderTask.Schedule,
        PublishCheck.Eligibility => BuilderTask.Eligibility,
        PublishCheck.OtherWays or PublishCheck.PrivacyText => BuilderTask.Channels,
        PublishCheck.EasySwedish => BuilderTask.Background,
        PublishCheck.Moderators => BuilderTask.Talk,
        _ => null,
    };

    public static IReadOnlyDictionary<BuilderTask, BuilderTaskState> States(
        Consultation consultation, Questionnaire questionnaire, IReadOnlyDictionary<PublishCheck, bool> checks) =>
        Enum.GetValues<BuilderTask>().ToDictionary(t => t, t => State(t, consultation, questionnaire, checks));

    private static BuilderTaskState State(
        BuilderTask task, Consultation c, Questionnaire questionnaire, IReadOnlyDictionary<PublishCheck, bool> checks) => task switch
    {
        BuilderTask.Question => From(IsQuestionDone(c), c.Summary.Length > 0),
        BuilderTask.Influence => From(
            checks[PublishCheck.InfluenceLevel] && checks[PublishCheck.CanInfluence] && checks[PublishCheck.AlreadyDecided], c.Influence is not null),
        BuilderTask.Background => From(c.Background.Length > 0 && c.EasySwedish.Length > 0, c.Background.Length + c.EasySwedish.Length > 0),
        BuilderTask.Options => From(
            checks[PublishCheck.Options] && checks[PublishCheck.PictureTexts], c.Options.Count + c.AspectNames.Count > 0),
        BuilderTask.Talk => From(checks[PublishCheck.Moderators], c.ModeratorId is not null),
        BuilderTask.Questions => From(checks[PublishCheck.Questions], questionnaire.Questions.Count > 0),
        BuilderTask.Eligibility => From(checks[PublishCheck.Eligibility], c.EligibleCount is not null),
        BuilderTask.Committee => From(checks[PublishCheck.Committee], c.CommitteeId is not null),
        BuilderTask.Schedule => From(checks[PublishCheck.Schedule], started: false),
        _ => From(checks[PublishCheck.OtherWays] && checks[PublishCheck.PrivacyText], c.OtherWays.Length + c.PrivacyText.Length > 0),
    };

    private static BuilderTaskState From(bool done, bool started) =>
        done ? BuilderTaskState.Done : started ? BuilderTaskState.NeedsWork : BuilderTaskState.NotStarted;

    private static bool IsQuestionDone(Consultation c) =>
        c.Title.Length > 0 && c.Summary.Length > 0
        && c.Summary.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length <= Consultation.MaxSummaryWords;
}
