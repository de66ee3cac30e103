namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>A question, or a post that asks for an answer.</summary>
/// <param name="AnsweredAt">The first answer from the municipality; null while it waits.</param>
public sealed record AskedPost(DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt);

/// <summary>A closed dialogue.</summary>
/// <param name="PromisedAt">The last day of the promise, as it was first given: a new date does not make a late answer one in time.</param>
/// <param name="AnsweredOn">The day the committee's answer was published; null while it waits.</param>
public sealed record PromisedDialogue(DateOnly PromisedAt, DateOnly? AnsweredOn);

/// <summary>What the municipality and everybody else have said in the same dialogues and the same time.</summary>
/// <param name="WordsSpoken">Words of the municipality, 0 or more.</param>
/// <param name="WordsHeard">Words of residents, 0 or more.</param>
public sealed record ListeningFacts(
    IReadOnlyList<AskedPost> Asked, IReadOnlyList<PromisedDialogue> Dialogues, long WordsSpoken, long WordsHeard);

/// <summary>One of the four figures.</summary>
/// <param name="Value">In the unit of the figure; null when there is too little to say, or for a median that has not been reached.</param>
/// <param name="Base">What it is of: questions, questions, due dialogues or words.</param>
/// <param name="SentenceKey">Key of the plain sentence that goes with it.</param>
public sealed record ListeningFigure(double? Value, long Base, string SentenceKey);

/// <param name="AnsweredShare">Share of the questions that have an answer, 0 to 1.</param>
/// <param name="DaysToAnswer">
/// The number of days, of 24 hours, within which half of all questions had their first answer. Those that wait count as waiting still.
/// </param>
/// <param name="AnsweredInTime">Share of the dialogues whose promised day is over that were answered by that day, 0 to 1.</param>
/// <param name="SpokenShare">Words of the municipality as a share of all words, 0 to 1.</param>
/// <param name="NotYetDue">Dialogues left out of <paramref name="AnsweredInTime"/> since their promised day is not over, answered or not.</param>
public sealed record ListeningResult(
    ListeningFigure AnsweredShare, ListeningFigure DaysToAnswer, ListeningFigure AnsweredInTime, ListeningFigure SpokenShare, int NotYetDue);

/// <summary>
/// Hare or crocodile (requirement E11): a hare has large ears and a small mouth, a crocodile the opposite. Four figures with their bases, and no sum of them: weights
/// would be invented, and a municipality could buy a better grade with the cheapest of the four. The figures describe all that was asked and said in the
/// platform, not a sample, so they have no intervals.
/// </summary>
public static class HareCrocodile
{
    /// <summary>Fewer questions than this, and nothing is said of them.</summary>
    public const int FewestAsked = 10;

    /// <summary>Fewer due dialogues than this, and they are told one by one instead of as a share.</summary>
    public const int FewestDialogues = 3;

    /// <summary>Fewer words than this, both sides together, and nothing is said of them.</summary>
    public const int FewestWords = 500;

    /// <param name="now">Questions without an answer have waited until then; a promise is due when its day is before the day of it.</param>
    /// <param name="today">The Swedish date of <paramref name="now"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of words is negative.</exception>
    public static ListeningResult Of(ListeningFacts facts, DateTimeOffset now, DateOnly today)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(facts.WordsSpoken, nameof(facts));
        ArgumentOutOfRangeException.ThrowIfNegative(facts.WordsHeard, nameof(facts));
        var due = facts.Dialogues.Where(d => d.PromisedAt < today).ToList();
        return new ListeningResult(
            Answered(facts.Asked), Days(facts.Asked, now), InTime(due), Spoken(facts.WordsSpoken, facts.WordsHeard), facts.Dialogues.Count - due.Count);
    }

    private static ListeningFigure Answered(IReadOnlyList<AskedPost> asked)
    {
        var answered = asked.Count(a => a.AnsweredAt is not null);
        return asked.Count < FewestAsked ? new(null, asked.Count, Key("asked", "tooFew"))
            : new((double)answered / asked.Count, asked.Count, Key("asked", answered == asked.Count ? "all" : answered == 0 ? "none" : "some"));
    }

    /// <summary>
    /// The median of Kaplan and Meier 1958, JASA 53, 457–481: the mean or median of answered questions alone would make those who leave the hard ones unanswered
    /// look quick. A question that is answered at the very time another stopped being followed counts as answered first.
    /// </summary>
    private static ListeningFigure Days(IReadOnlyList<AskedPost> asked, DateTimeOffset now)
    {
        if (asked.Count < FewestAsked)
        {
            return new(null, asked.Count, Key("days", "tooFew"));
        }

        // An answer dated before the question, from a moved post, is at once.
        var times = asked.Select(a => (Days: Math.Max(0, ((a.AnsweredAt ?? now) - a.AskedAt).TotalDays), Answered: a.AnsweredAt is not null))
            .OrderBy(t => t.Days).ThenBy(t => !t.Answered).ToList();
        var waiting = 1.0;
        for (var i = 0; i < times.Count; i++)
        {
            if (times[i].Answered)
            {
                waiting *= 1 - (1.0 / (times.Count - i));
            }

            // A billionth for the last digits of a product of fractions.
            if (waiting <= 0.5 + 1e-9)
            {
                return new(times[i].Days, asked.Count, Key("days", "median"));
            }
        }

        return new(null, asked.Count, Key("days", "notReached"));
    }

    private static ListeningFigure InTime(List<PromisedDialogue> due)
    {
        var inTime = due.Count(d => d.AnsweredOn <= d.PromisedAt);
        return due.Count < FewestDialogues ? new(null, due.Count, Key("inTime", "tooFew"))
            : new((double)inTime / due.Count, due.Count, Key("inTime", inTime == due.Count ? "all" : inTime == 0 ? "none" : "some"));
    }

    private static ListeningFigure Spoken(long spoken, long heard)
    {
        var all = spoken + heard;
        return all < FewestWords ? new(null, all, Key("words", "tooFew"))
            : new((double)spoken / all, all, Key("words", spoken < heard ? "heardMore" : spoken > heard ? "spokeMore" : "even"));
    }

    private static string Key(string figure, string what) => $"measures.hare.{figure}.{what}";
}
