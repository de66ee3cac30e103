using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Reports;

/// <summary>What the committee decided about a point (ux 10.8).</summary>
public enum CommitteeDecision
{
    Yes = 1,
    Partly = 2,
    No = 3,
    Investigate = 4,
    NotOurs = 5,
}

/// <summary>The five plain statuses of what was promised (F3).</summary>
public enum PointStatus
{
    NotStarted = 1,
    Underway = 2,
    Done = 3,
    Changed = 4,
    Stopped = 5,
}

/// <summary>A field of the answer, to say which one is missing or too long.</summary>
public enum FeedbackField
{
    Heading,
    YouSaid,
    Decision,
    WeDo,
    Why,
    When,
    Responsible,
    Summary,
    Changed,
    ChangedWhat,
    Reservations,
    MeetingDay,
    Paragraph,
    RegistrationNumber,

    /// <summary>The follow-up's own text.</summary>
    Note,

    /// <summary>Not a field: a theme of the report without a point.</summary>
    Theme,
}

/// <summary>One point of the committee's answer: what was said, what is decided, what is done about it, why and when.</summary>
/// <param name="Id">Stable through edits, so that a follow-up and an address can point at it.</param>
/// <param name="ThemeId">The theme of the report it answers; null for a point of the committee's own.</param>
/// <param name="Heading">The theme's name, or in the committee's words.</param>
/// <param name="When">Month and year in words, for example "november 2027".</param>
/// <param name="Responsible">A role, not a person.</param>
public sealed record FeedbackPoint(
    Guid Id, Guid? ThemeId, string Heading, string YouSaid, CommitteeDecision? Decision, string WeDo, string Why, string When, string Responsible)
{
    public const int MaxHeading = 80;
    public const int MaxYouSaid = 300;
    public const int MaxWeDo = 200;
    public const int MaxWhy = 400;
    public const int MaxShort = 80;

    /// <summary>Something is to be done, so it needs a measure, a time and somebody responsible.</summary>
    public bool HasMeasure => NeedsMeasure(Decision);

    /// <summary>Less than what was asked for, so it needs a reason.</summary>
    public bool NeedsReason => Decision is CommitteeDecision.Partly or CommitteeDecision.No or CommitteeDecision.NotOurs;

    public static bool NeedsMeasure(CommitteeDecision? decision) =>
        decision is CommitteeDecision.Yes or CommitteeDecision.Partly or CommitteeDecision.Investigate;

    /// <summary>The fields that the decision calls for and that are empty.</summary>
    public IEnumerable<FeedbackField> Missing()
    {
        if (Heading.Length == 0)
        {
            yield return FeedbackField.Heading;
        }

        if (YouSaid.Length == 0)
        {
            yield return FeedbackField.YouSaid;
        }

        if (Decision is null)
        {
            yield return FeedbackField.Decision;
        }

        if (HasMeasure && WeDo.Length == 0)
        {
            yield return FeedbackField.WeDo;
        }

        if (NeedsReason && Why.Length == 0)
        {
            yield return FeedbackField.Why;
        }

        if (HasMeasure && When.Length == 0)
        {
            yield return FeedbackField.When;
        }

        if (HasMeasure && Responsible.Length == 0)
        {
            yield return FeedbackField.Responsible;
        }
    }

    /// <summary>Fields that are longer than they may be, with how many characters they have and may have.</summary>
    internal IEnumerable<FeedbackTooLong> TooLong() =>
        new[]
        {
            new FeedbackTooLong(Id, FeedbackField.Heading, Heading.Length, MaxHeading),
            new FeedbackTooLong(Id, FeedbackField.YouSaid, YouSaid.Length, MaxYouSaid),
            new FeedbackTooLong(Id, FeedbackField.WeDo, WeDo.Length, MaxWeDo),
            new FeedbackTooLong(Id, FeedbackField.Why, Why.Length, MaxWhy),
            new FeedbackTooLong(Id, FeedbackField.When, When.Length, MaxShort),
            new FeedbackTooLong(Id, FeedbackField.Responsible, Responsible.Length, MaxShort),
        }.Where(f => f.Length > f.Max);

    internal FeedbackPoint Tidy() => this with
    {
        Heading = Clean(Heading),
        YouSaid = Clean(YouSaid),
        WeDo = Clean(WeDo),
        Why = Clean(Why),
        When = Clean(When),
        Responsible = Clean(Responsible),
    };

    /// <summary>As every text that people type: nothing that XML, and with it the feed of answers, cannot hold.</summary>
    internal static string Clean(string text) => PlainText.Clean(text);
}

/// <summary>A dated addition after publication: how far it has come. The answer itself is never edited.</summary>
/// <param name="When">The time it now aims at, or empty where unchanged.</param>
public sealed record FeedbackFollowUp(
    Guid Id, Guid PointId, PointStatus Status, string Note, string When, string WrittenBy, DateTimeOffset At)
{
    public const int MaxNote = 300;
}

public enum FeedbackEventKind
{
    Written = 1,
    Submitted = 2,
    SentBack = 3,
    Approved = 4,
    FollowedUp = 5,
}

/// <summary>One line of the history: who did what and when.</summary>
/// <param name="Text">The reason, or the point it is about; may be empty.</param>
public sealed record FeedbackEvent(FeedbackEventKind Kind, string Text, Guid ActorId, string ActorName, DateTimeOffset At);

/// <summary>Who acts: the id decides who may approve, the name is what the history shows.</summary>
public sealed record FeedbackActor(Guid Id, string Name);
