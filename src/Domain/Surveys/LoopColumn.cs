using System.Runtime.InteropServices;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Surveys;

/// <summary>The group of exit, voice and loyalty of each counted answer, by background. It follows from the answers to up to five questions.</summary>
internal sealed class LoopColumn
{
    private static readonly LoopMeasure[] _measures =
        [LoopMeasure.Leaves, LoopMeasure.Satisfied, LoopMeasure.ChooseAgain, LoopMeasure.Told, LoopMeasure.HasAlternative];

    private static readonly LoopGroup[] _groups = Enum.GetValues<LoopGroup>();
    private readonly (Question Question, int Place, AnswerColumn Column)?[] _asked;
    private readonly List<int>[] _said = [.. _measures.Select(_ => new List<int>())];
    private readonly Dictionary<int, ulong> _groupOf = [];
    private readonly Dictionary<(int Background, ulong Told), Tally> _byBackground = [];

    private LoopColumn((Question Question, int Place, AnswerColumn Column)?[] asked) => _asked = asked;

    /// <summary>By background and group, bit g for the group in place g of the enumeration.</summary>
    public IReadOnlyDictionary<(int Background, ulong Told), Tally> ByBackground => _byBackground;

    /// <summary>Null where nobody is asked whether they are satisfied.</summary>
    /// <param name="column">Place of a question among what is given, and its answers.</param>
    public static LoopColumn? Of(Questionnaire questionnaire, Func<string, (int Place, AnswerColumn Column)> column)
    {
        var by = questionnaire.Questions.Where(q => q.Measures is not null).ToDictionary(q => q.Measures!.Value);
        return by.ContainsKey(LoopMeasure.Satisfied) ? new LoopColumn([.. _measures.Select(Asked)]) : null;

        (Question, int, AnswerColumn)? Asked(LoopMeasure measure) =>
            by.TryGetValue(measure, out var question) && column(question.Key) is var (place, answers) ? (question, place, answers) : null;
    }

    /// <param name="given">Number of the answer in each column.</param>
    public void Add(ReadOnlySpan<int> given, int background, Tally one)
    {
        var key = 0;
        for (var m = 0; m < _asked.Length; m++)
        {
            key = (key * 3) + (_asked[m] is { } asked ? Said(m, asked.Question, asked.Column, given[asked.Place]) : 0);
        }

        if (!_groupOf.TryGetValue(key, out var group))
        {
            _groupOf[key] = group = GroupOf(key);
        }

        if (group != 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_byBackground, (background, group), out _) += one;
        }
    }

    /// <summary>0 for nothing, 1 for no, 2 for yes.</summary>
    private int Said(int measure, Question question, AnswerColumn column, int number)
    {
        var known = _said[measure];
        while (known.Count <= number)
        {
            known.Add(SurveyTabulation.IsPositive(question, column[known.Count]) switch { null => 0, false => 1, true => 2 });
        }

        return known[number];
    }

    private static ulong GroupOf(int key)
    {
        var answers = new LoopAnswers(At(81), At(27), At(9), At(3), At(1));
        return LoopGroups.Of(answers) is { } group ? 1UL << Array.IndexOf(_groups, group) : 0;

        bool? At(int place) => (key / place % 3) switch { 0 => null, 1 => false, _ => true };
    }
}
