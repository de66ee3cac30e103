using System.Runtime.InteropServices;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Surveys;

/// <summary>
/// What follows from each counted answer's answers to up to five questions, by background: the group of exit, voice and loyalty; or, of those who spoke up, whether
/// they were answered and whether they leave.
/// </summary>
internal sealed class DerivedColumn
{
    private static readonly LoopMeasure[] _loop =
        [LoopMeasure.Leaves, LoopMeasure.Satisfied, LoopMeasure.ChooseAgain, LoopMeasure.Told, LoopMeasure.HasAlternative];

    private static readonly LoopGroup[] _groups = Enum.GetValues<LoopGroup>();
    private readonly Asked?[] _asked;
    private readonly Func<bool?[], int?> _placeOf;
    private readonly List<int>[] _said;
    private readonly Dictionary<int, ulong> _derived = [];
    private readonly Dictionary<(int Background, ulong Told), Tally> _byBackground = [];

    private DerivedColumn(Asked?[] asked, Func<bool?[], int?> placeOf) => (_asked, _placeOf, _said) = (asked, placeOf, [.. asked.Select(_ => new List<int>())]);

    /// <summary>By background and what follows, bit p for place p among what may follow.</summary>
    public IReadOnlyDictionary<(int Background, ulong Told), Tally> ByBackground => _byBackground;

    /// <summary>The five groups, in the order of the enumeration. Null where nobody is asked whether they are satisfied.</summary>
    /// <param name="column">Place of a question among what is given, and its answers.</param>
    public static DerivedColumn? Loop(Questionnaire questionnaire, Func<string, (int Place, AnswerColumn Column)> column)
    {
        var by = Measuring(questionnaire);
        return by.ContainsKey(LoopMeasure.Satisfied)
            ? new DerivedColumn([.. _loop.Select(m => by.TryGetValue(m, out var question) ? Of(question, column, a => SurveyTabulation.IsPositive(question, a)) : null)], GroupOf)
            : null;

        static int? GroupOf(bool?[] said) =>
            LoopGroups.Of(new LoopAnswers(said[0], said[1], said[2], said[3], said[4])) is { } group ? Array.IndexOf(_groups, group) : null;
    }

    /// <summary>
    /// Answered and leaves, answered and stays, unanswered and leaves, unanswered and stays: of those who spoke up and said both. Null where either is not asked.
    /// </summary>
    /// <param name="column">Place of a question among what is given, and its answers.</param>
    public static DerivedColumn? Answering(Questionnaire questionnaire, Func<string, (int Place, AnswerColumn Column)> column)
    {
        var by = Measuring(questionnaire);
        if (!by.TryGetValue(LoopMeasure.Leaves, out var leaves))
        {
            return null;
        }

        var answered = by.TryGetValue(LoopMeasure.GotAnswer, out var got) ? Of(got, column, a => SurveyTabulation.IsPositive(got, a))
            : by.TryGetValue(LoopMeasure.Told, out var told) && told.Choices.Any(c => c.GotAnswer) ? Of(told, column, a => IsAnswered(told, a))
            : null;
        return answered is null ? null : new DerivedColumn(
            [answered, Of(leaves, column, a => SurveyTabulation.IsPositive(leaves, a))],
            said => said is [{ } wasAnswered, { } isLeaving] ? (wasAnswered ? 0 : 2) + (isLeaving ? 0 : 1) : null);
    }

    /// <param name="given">Number of the answer in each column.</param>
    public void Add(ReadOnlySpan<int> given, int background, Tally one)
    {
        var key = 0;
        for (var m = 0; m < _asked.Length; m++)
        {
            key = (key * 3) + (_asked[m] is { } asked ? Said(m, asked, given[asked.Place]) : 0);
        }

        if (!_derived.TryGetValue(key, out var derived))
        {
            _derived[key] = derived = Derive(key);
        }

        if (derived != 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_byBackground, (background, derived), out _) += one;
        }
    }

    private static Dictionary<LoopMeasure, Question> Measuring(Questionnaire questionnaire) =>
        questionnaire.Questions.Where(q => q.Measures is not null).ToDictionary(q => q.Measures!.Value);

    private static Asked Of(Question question, Func<string, (int Place, AnswerColumn Column)> column, Func<Answer, bool?> says)
    {
        var (place, answers) = column(question.Key);
        return new Asked(says, place, answers);
    }

    /// <summary>Where one question asks both whether somebody spoke up and whether there was an answer: null for whoever did not speak up.</summary>
    private static bool? IsAnswered(Question told, Answer answer) => SurveyTabulation.IsPositive(told, answer) != true ? null
        : told.Choices.Any(c => c.GotAnswer && answer.Choices.Contains(c.Key));

    /// <summary>0 for nothing, 1 for no, 2 for yes.</summary>
    private int Said(int at, Asked asked, int number)
    {
        var known = _said[at];
        while (known.Count <= number)
        {
            known.Add(asked.Says(asked.Column[known.Count]) switch { null => 0, false => 1, true => 2 });
        }

        return known[number];
    }

    private ulong Derive(int key)
    {
        var said = new bool?[_asked.Length];
        for (var m = said.Length - 1; m >= 0; m--, key /= 3)
        {
            said[m] = (key % 3) switch { 0 => null, 1 => false, _ => true };
        }

        return _placeOf(said) is { } place ? 1UL << place : 0;
    }

    private sealed record Asked(Func<Answer, bool?> Says, int Place, AnswerColumn Column);
}
