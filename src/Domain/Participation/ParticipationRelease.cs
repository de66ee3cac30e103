using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Frames;

namespace Medborgardialog.Domain.Participation;

/// <summary>Those who have taken part and are the same in this, as their answers know it. Nothing of what was answered.</summary>
/// <param name="Age">From the frame or told afterwards; null when not known.</param>
/// <param name="Area">As <paramref name="Age"/>.</param>
public sealed record TakenPart(string? Age, string? Area, AnswerDoor Door, Tally People);

/// <summary>
/// Who takes part in an open dialogue, as it was counted one night: by age, by area and by door (trust T13). It goes through the same rules
/// as a result (R11, R12, R13), and holds nothing else than what may be shown, so that it can be shown any number of times.
/// </summary>
/// <param name="Day">Swedish date on which it was counted.</param>
/// <param name="Answers">How many had answered then.</param>
/// <param name="Variables">Keys of <see cref="AboutYou"/> and <see cref="Door"/>.</param>
public sealed record ParticipationRelease(DateOnly Day, int Answers, ProtectionLimits Limits, IReadOnlyList<PublishedVariable> Variables)
{
    /// <summary>Key of the split by <see cref="AnswerDoor"/>; its categories are the names of the doors.</summary>
    public const string Door = "door";

    /// <summary>With fewer answers than this only counts of the whole are shown.</summary>
    public const int FewestAnswers = 30;

    private const int ShareOfGrowth = 10;

    /// <summary>
    /// Whether there is to be a new one: at most one a day, and only when those who have come since are at least K and at least one tenth of
    /// those who were there. Two that lie side by side then never differ by a handful of people, and there are few of them to lay side by side.
    /// </summary>
    /// <param name="last">The one before, or null.</param>
    public static bool IsDue(int answers, (DateOnly Day, int Answers)? last, DateOnly today, ProtectionLimits limits) =>
        answers >= FewestAnswers
        && (last is not { } before
            || (before.Day < today && answers - before.Answers >= Math.Max(limits.SmallestGroup, (before.Answers + ShareOfGrowth - 1) / ShareOfGrowth)));

    /// <summary>Where two variables cannot both be shown, the later gives way: age, area, door.</summary>
    public static ParticipationRelease Of(IReadOnlyList<TakenPart> people, ProtectionLimits limits, DateOnly day)
    {
        BackgroundVariable[] variables =
        [
            Classify(AboutYou.Age, people.Select(p => p.Age), a => AgeBand.Parse(a)?.From ?? int.MaxValue, ordered: true),
            Classify(AboutYou.Area, people.Select(p => p.Area), _ => 0, ordered: false),
            Classify(Door, people.Select(p => p.Door.ToString()), d => (int)Enum.Parse<AnswerDoor>(d), ordered: false),
        ];

        // Three variables, and the rule has room for four.
        var published = SurveyProtection.Protect(new SurveyTally([.. people.Select(p => p.People)], variables, []), limits).Value!;
        return new ParticipationRelease(day, people.Sum(p => p.People.Persons), limits, published.Variables);
    }

    public PublishedVariable? Find(string key) => Variables.FirstOrDefault(v => v.Key == key);

    private static BackgroundVariable Classify(string key, IEnumerable<string?> values, Func<string, int> order, bool ordered)
    {
        var told = values.ToList();
        var categories = told.Where(v => !string.IsNullOrEmpty(v)).Select(v => v!).Distinct(StringComparer.Ordinal)
            .OrderBy(order).ThenBy(v => v, StringComparer.Ordinal).ToList();
        var places = categories.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i, StringComparer.Ordinal);
        return new BackgroundVariable(key, categories, ordered, [.. told.Select(v => string.IsNullOrEmpty(v) ? BackgroundVariable.NotTold : places[v])]);
    }
}
