using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Surveys;

/// <summary>
/// The different sets of answers that decide whether a question answered in words is asked, and how many gave each. What was written lies
/// apart from the ballots, so who was asked follows from the other answers alone.
/// </summary>
/// <param name="places">Columns of the questions that decide.</param>
internal sealed class AskedColumn(int[] places)
{
    private readonly List<int> _persons = [];
    private readonly int[] _deciding = new int[places.Length];

    public int[] Places => places;

    /// <summary>Numbers of the answers, in the order of <see cref="Places"/>.</summary>
    public Numbering<int> Different { get; } = new();

    /// <summary>By set of answers.</summary>
    public IReadOnlyList<int> Persons => _persons;

    /// <summary>Keys of all questions that decide, also by deciding of each other.</summary>
    public static IReadOnlyList<string> Needed(Step step, Questionnaire questionnaire)
    {
        var asksUnit = QuestionLogic.AsksUnit(questionnaire.Questions);
        var (needed, left) = (new List<string>(), new Queue<Step>([step]));
        while (left.TryDequeue(out var next))
        {
            foreach (var key in QuestionLogic.ConditionsOf(next.Battery ?? next.Question, questionnaire.Experience, asksUnit).SelectMany(c => c.References))
            {
                if (!needed.Contains(key, StringComparer.Ordinal))
                {
                    needed.Add(key);
                    if (questionnaire.Route.Find(key) is { } decides)
                    {
                        left.Enqueue(decides);
                    }
                }
            }
        }

        return needed;
    }

    /// <param name="given">Number of the answer in each column.</param>
    public void Add(ReadOnlySpan<int> given)
    {
        for (var i = 0; i < places.Length; i++)
        {
            _deciding[i] = given[places[i]];
        }

        var number = Different.Of(_deciding);
        if (number == _persons.Count)
        {
            _persons.Add(0);
        }

        _persons[number]++;
    }
}
