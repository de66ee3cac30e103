using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Domain.Tests.Surveys;

/// <summary>
/// What <see cref="CountedSurvey"/> is tried against: the same figures worked out the plain way, ballot by ballot from a list that holds
/// them all.
/// </summary>
internal static class PlainTabulation
{
    private static readonly LoopGroup[] _groups = Enum.GetValues<LoopGroup>();

    /// <param name="population">Persons invited, or null.</param>
    public static SurveyAnswers Of(
        Questionnaire questionnaire, IReadOnlyList<BreakdownVariable> breakdowns, IReadOnlyList<CountedBallot> ballots, int? population)
    {
        var questions = questionnaire.Route.Steps.Where(s => SurveyTabulation.IsTabulated(s.Question) && !s.Question.IsAddOn)
            .Select(s => Tabulate(s, questionnaire, ballots)).ToList();
        if (Loop(questionnaire, ballots) is { } loop)
        {
            questions.Add(loop);
        }

        return new SurveyAnswers(
            [.. ballots.Select(b => b.RecordKey)], [.. breakdowns.Select(v => Classify(v, ballots))], questions, population);
    }

    private static SurveyQuestion Tabulate(Step step, Questionnaire questionnaire, IReadOnlyList<CountedBallot> ballots)
    {
        var question = step.Question;
        return new SurveyQuestion(
            question.Key, [.. question.Choices.Select(c => c.Key)], Chosen(question, ballots), question.Kind == QuestionKind.Multiple,
            IsRouted(step.Battery ?? question, questionnaire));
    }

    /// <summary>By ballot, bit c for choice c; of a ranking the first place alone.</summary>
    public static ulong[] Chosen(Question question, IReadOnlyList<CountedBallot> ballots)
    {
        var places = question.Choices.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i, StringComparer.Ordinal);
        var chosen = new ulong[ballots.Count];
        for (var i = 0; i < chosen.Length; i++)
        {
            var choices = ballots[i].Sheet[question.Key].Choices;
            foreach (var key in question.Kind == QuestionKind.Ranking ? choices.Take(1) : choices)
            {
                // A choice that the frozen questionnaire does not have cannot have been stored.
                chosen[i] |= 1UL << places[key];
            }
        }

        return chosen;
    }

    /// <summary>An answer decided who got it, so that to be in its base is an answer too.</summary>
    private static bool IsRouted(Question question, Questionnaire questionnaire) =>
        question.ShowIf is not null || question.Perspective == Perspective.User && questionnaire.Experience is not null;

    private static SurveyQuestion? Loop(Questionnaire questionnaire, IReadOnlyList<CountedBallot> ballots)
    {
        var by = questionnaire.Questions.Where(q => q.Measures is not null).ToDictionary(q => q.Measures!.Value);
        if (!by.ContainsKey(LoopMeasure.Satisfied))
        {
            return null;
        }

        var chosen = ballots.Select(b => LoopGroups.Of(new LoopAnswers(
            Said(b, LoopMeasure.Leaves), Said(b, LoopMeasure.Satisfied), Said(b, LoopMeasure.ChooseAgain), Said(b, LoopMeasure.Told),
            Said(b, LoopMeasure.HasAlternative))) is { } group ? 1UL << Array.IndexOf(_groups, group) : 0);
        return new SurveyQuestion(SurveyTabulation.LoopKey, [.. _groups.Select(SurveyTabulation.KeyOf)], [.. chosen], Multiple: false, by.Values.Any(q => IsRouted(q, questionnaire)));

        bool? Said(CountedBallot ballot, LoopMeasure measure) =>
            by.TryGetValue(measure, out var question) ? SurveyTabulation.IsPositive(question, ballot.Sheet[question.Key]) : null;
    }

    private static BackgroundVariable Classify(BreakdownVariable variable, IReadOnlyList<CountedBallot> ballots)
    {
        var places = variable.Categories.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i, StringComparer.Ordinal);
        return new BackgroundVariable(
            variable.Key, [.. variable.Categories.Select(c => c.Name)], variable.Ordered,
            [.. ballots.Select(b => places.GetValueOrDefault(ValueOf(variable, b), BackgroundVariable.NotTold))]);
    }

    /// <summary>Key of the group that a ballot is in; empty where it is not told.</summary>
    public static string ValueOf(BreakdownVariable variable, CountedBallot ballot) => variable.Source switch
    {
        BreakdownSource.Door => ((int)ballot.Door).ToString(CultureInfo.InvariantCulture),
        BreakdownSource.Question => ballot.Sheet[variable.Key].Choices is [var only] ? only : "",
        _ => ballot.About.GetValueOrDefault(variable.Key, ""),
    };
}
