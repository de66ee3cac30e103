using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Surveys;

/// <summary>One counted answer as it leaves in a row. Nothing in it says who.</summary>
/// <param name="About">Background by key, such as <c>age</c> and <c>unit</c>.</param>
/// <param name="RecordKey">The random 63-bit key of the record.</param>
public sealed record CountedBallot(AnswerSheet Sheet, IReadOnlyDictionary<string, string> About, AnswerDoor Door, long RecordKey);

/// <summary>
/// Lays counted answers out for <see cref="SurveyProtection"/>: one closed question for each page that is answered with choices, of a
/// ranking the first place, and the group of exit, voice and loyalty where the survey measures it. Questions that some units ask are no part of
/// it (<see cref="AddOnTabulation"/>). A pure function.
/// </summary>
public static class SurveyTabulation
{
    /// <summary>Key of the question that nobody was asked: the group by <see cref="LoopGroups"/>. No question can have it.</summary>
    public const string LoopKey = "@loop";

    /// <param name="population">Persons invited, or null.</param>
    public static SurveyTally Of(CountedSurvey counted, int? population)
    {
        var questionnaire = counted.Questionnaire;
        var questions = questionnaire.Route.Steps.Where(s => IsTabulated(s.Question) && !s.Question.IsAddOn)
            .Select(s => new QuestionTally(
                s.Question.Key, [.. s.Question.Choices.Select(c => c.Key)], Answers(counted.Column(s.Question.Key).ByBackground),
                s.Question.Kind == QuestionKind.Multiple, IsRouted(s.Battery ?? s.Question, questionnaire)))
            .ToList();
        if (counted.Loop is { } loop)
        {
            var measured = questionnaire.Questions.Where(q => q.Measures is not null);
            questions.Add(new QuestionTally(
                LoopKey, [.. Enum.GetValues<LoopGroup>().Select(KeyOf)], Answers(loop), Multiple: false, measured.Any(q => IsRouted(q, questionnaire))));
        }

        return new SurveyTally(counted.Backgrounds, [.. counted.Breakdowns.Select((v, at) => Classify(v, at, counted))], questions, population);
    }

    /// <summary>Answered with choices that can be counted.</summary>
    public static bool IsTabulated(Question question) => !question.IsText && !question.IsTyped && question.Choices.Count > 0;

    /// <summary>Keys of the groups, in their order, as choices of <see cref="LoopKey"/>.</summary>
    public static string KeyOf(LoopGroup group) => group.ToString();

    /// <summary>From an answer to bit c for choice c; of a ranking the first place alone. 0 for what is outside the base.</summary>
    internal static Func<Answer, ulong> Chosen(Question question)
    {
        var places = question.Choices.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i, StringComparer.Ordinal);

        // A choice that the frozen questionnaire does not have cannot have been stored.
        return answer => (question.Kind == QuestionKind.Ranking ? answer.Choices.Take(1) : answer.Choices)
            .Aggregate(0UL, (chosen, key) => chosen | (1UL << places[key]));
    }

    /// <summary>An answer decided who got it, so that to be in its base is an answer too.</summary>
    internal static bool IsRouted(Question question, Questionnaire questionnaire) =>
        question.ShowIf is not null || question.Perspective == Perspective.User && questionnaire.Experience is not null;

    /// <summary>Whether somebody gave a positive answer; null outside the base.</summary>
    public static bool? IsPositive(Question question, Answer answer)
    {
        var given = question.Choices.Where(c => answer.Choices.Contains(c.Key)).ToList();
        return given.Count == 0 || given.Exists(c => c.IsOutside) ? null : given.Exists(c => c.Positive);
    }

    private static List<AnswerTally> Answers(IReadOnlyDictionary<(int Background, ulong Told), Tally> byBackground) =>
        [.. byBackground.Select(a => new AnswerTally(a.Key.Background, a.Key.Told, a.Value))];

    private static BackgroundVariable Classify(BreakdownVariable variable, int at, CountedSurvey counted) => new(
        variable.Key, [.. variable.Categories.Select(c => c.Name)], variable.Ordered,
        [.. Enumerable.Range(0, counted.Backgrounds.Count).Select(b => counted.CategoriesOf(b)[at])]);
}
