using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Application.Evidence;

/// <summary>Keys of what the ledger measures: the one list, so that what is written and what is read cannot drift apart.</summary>
public static class Measures
{
    public const string Answers = "answers";
    public const string Changed = "changed";
    public const string Left = "left";
    public const string Again = "exit.again";
    public const string Told = "voice.told";
    public const string ToldAnswered = "voice.told.answered";
    public const string Loyal = "loyal";
    public const string Wrote = "talk.wrote";
    public const string Posts = "talk.posts";
    public const string Opening = "talk.answered";
    public const string PanelLeft = "panel.left";

    /// <summary>Hare or crocodile (E11): whole days until half of those who asked had a first answer, and words on either side.</summary>
    public const string DaysToAnswer = "hare.days";
    public const string WordsSpoken = "hare.spoken";
    public const string WordsHeard = "hare.heard";
    public const string WroteAtAll = "theme.wrote";

    /// <summary>Variable of <see cref="Who"/>: the units that those who wrote belong to (hördkvot, E13).</summary>
    public const string Heard = "heard";

    /// <summary>Left a unit; the kind of the row says for what, the reason why.</summary>
    public const string Switched = "switched";

    /// <summary>Users of a unit in a period, of whom so many switched.</summary>
    public const string Users = "users";

    /// <summary>Synpunkter that came in.</summary>
    public const string Complaints = "complaints";
    public const string ComplaintsAnswered = "complaints.answered";
    public const string ComplaintsInTime = "complaints.inTime";
    public const string ComplaintsChanged = "complaints.changed";

    /// <summary>Median of days until an answer. Days and not cases: never added up.</summary>
    public const string ComplaintsDays = "complaints.days";

    /// <summary>Löfteskvot (F4): of those who took part and voted, those who say that the promise was kept, and that it was in part.</summary>
    public const string PromiseKept = "promise.kept";
    public const string PromisePartly = "promise.partly";

    /// <summary>A choice of a question, within its base.</summary>
    public static string Choice(string question, string choice) => $"q.{question}.{choice}";

    /// <summary>A choice outside the base, such as "vet inte".</summary>
    public static string Outside(string question, string choice) => $"q.{question}.outside.{choice}";

    public static string Unanswered(string question) => $"q.{question}.unanswered";

    /// <summary>The positive answers to a question together.</summary>
    public static string Positive(string question) => $"q.{question}.positive";

    public static string Group(LoopGroup group) => $"loop.{group}";

    /// <summary>A rate of exit, voice and loyalty from one question, as the <c>LoopMeasure</c> of it is named.</summary>
    public static string Rate(string measure) => $"rate.{measure}";

    /// <summary>Those who leave among those who spoke up and were answered, or were not (E7).</summary>
    public static string Leaving(bool answered) => answered ? "leaving.answered" : "leaving.unanswered";

    public static string Who(string variable) => $"who.{variable}";

    public static string Population(string variable) => $"population.{variable}";

    /// <summary>Persons who wrote about a theme.</summary>
    public static string Theme(Guid theme) => $"theme.{theme:N}";

    /// <summary>Posts about a theme.</summary>
    public static string ThemePosts(Guid theme) => $"theme.{theme:N}.posts";

    /// <summary>Posts about a theme that the municipality has answered.</summary>
    public static string ThemeAnswered(Guid theme) => $"theme.{theme:N}.answered";

    /// <summary>The same indicator in an earlier edition or in another municipality.</summary>
    public static string Series(string indicator) => $"series.{indicator}";
}
