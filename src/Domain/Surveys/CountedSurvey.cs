using System.Text.Json;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Surveys;

/// <summary>
/// The answers to one survey, put together one after the other as they are read from the box. It holds what is different and how many there
/// are of it (answers to each question, backgrounds, and answers by background), never an answer sheet, so that its size does not depend on
/// how many have answered. In which order they come makes no difference to anything that is told.
/// </summary>
public sealed class CountedSurvey
{
    private readonly Numbering<byte> _keys = new();
    private readonly List<AnswerColumn> _columns = [];
    private readonly BackgroundReader _backgrounds;
    private readonly DerivedColumn? _loop;
    private readonly DerivedColumn? _answering;
    private readonly Dictionary<string, AskedColumn> _asked;
    private readonly List<Tally> _people = [];
    private readonly Numbering<int> _numbers = new();
    private readonly int[] _given;

    /// <summary>Column of the first question in the ballot before, of the second, and so on; −1 for none.</summary>
    private readonly int[] _usual;

    public CountedSurvey(Questionnaire questionnaire, IReadOnlyList<BreakdownVariable> breakdowns)
    {
        (Questionnaire, Breakdowns) = (questionnaire, breakdowns);
        var texts = questionnaire.Route.Steps.Where(s => s.Question.IsText && !s.Question.IsAddOn)
            .Select(s => (Step: s, Needed: AskedColumn.Needed(s, questionnaire))).ToList();
        var needed = texts.SelectMany(t => t.Needed).Concat(breakdowns.Where(b => b.Source == BreakdownSource.Question).Select(b => b.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var question in questionnaire.Route.Steps.Select(s => s.Question))
        {
            Place(question.Key, new AnswerColumn(question.Kind == QuestionKind.Number || needed.Contains(question.Key), Told(question)));
        }

        foreach (var key in needed.Concat(questionnaire.Questions.Where(q => q.Measures is not null).Select(q => q.Key)).Where(k => PlaceOf(k) < 0))
        {
            Place(key, new AnswerColumn(keepsTyped: true, told: null));
        }

        _given = new int[_columns.Count];
        _usual = new int[_columns.Count];
        _backgrounds = new BackgroundReader(breakdowns, key => (PlaceOf(key), _columns[PlaceOf(key)]));
        _loop = DerivedColumn.Loop(questionnaire, key => (PlaceOf(key), _columns[PlaceOf(key)]));
        _answering = DerivedColumn.Answering(questionnaire, key => (PlaceOf(key), _columns[PlaceOf(key)]));
        _asked = texts.ToDictionary(t => t.Step.Question.Key, t => new AskedColumn([.. t.Needed.Select(PlaceOf)]), StringComparer.Ordinal);
    }

    public Questionnaire Questionnaire { get; }

    public IReadOnlyList<BreakdownVariable> Breakdowns { get; }

    /// <summary>Counted answers.</summary>
    public int Count { get; private set; }

    /// <summary>Those with each background, numbered in no order that means anything.</summary>
    public IReadOnlyList<Tally> Backgrounds => _people;

    /// <summary>By background and bits of groups, the group of exit, voice and loyalty; null where the survey does not measure it.</summary>
    internal IReadOnlyDictionary<(int Background, ulong Told), Tally>? Loop => _loop?.ByBackground;

    /// <summary>By background, of those who spoke up: bit 0 answered and leaves, 1 answered and stays, 2 unanswered and leaves, 3 unanswered and stays; null where it is not measured.</summary>
    internal IReadOnlyDictionary<(int Background, ulong Told), Tally>? Answering => _answering?.ByBackground;

    /// <summary>Adds one answer as it lies in the box. Throws <see cref="JsonException"/> on what no <see cref="AnswerSheet"/> has written.</summary>
    /// <param name="body">JSON, see <see cref="AnswerSheet.ToJson"/>; white space between its parts the same in all.</param>
    /// <param name="about">Background as a JSON object of texts by key; empty where there is none.</param>
    /// <param name="recordKey">The random 63-bit key of the record.</param>
    public void Add(ReadOnlySpan<byte> body, ReadOnlySpan<byte> about, AnswerDoor door, long recordKey)
    {
        Read(body);
        var background = _numbers.Of(_backgrounds.Read(about, door, _given));
        var one = new Tally(1, recordKey);
        if (background == _people.Count)
        {
            _people.Add(default);
        }

        _people[background] += one;
        Count++;
        for (var i = 0; i < _given.Length; i++)
        {
            _columns[i].Add(_given[i], background, one);
        }

        _loop?.Add(_given, background, one);
        _answering?.Add(_given, background, one);
        foreach (var asked in _asked.Values)
        {
            asked.Add(_given);
        }
    }

    /// <summary>Category of a background in each variable, as places; <see cref="BackgroundVariable.NotTold"/> where it is not told.</summary>
    internal ReadOnlySpan<int> CategoriesOf(int background) => _numbers[background];

    internal AnswerColumn Column(string key) => _columns[PlaceOf(key)];

    /// <summary>How many were asked a question that is answered in words: the logic is run once for each different set of answers that decides.</summary>
    internal int Asked(Step step)
    {
        var (asked, persons) = (_asked[step.Question.Key], 0);
        for (var i = 0; i < asked.Different.Count; i++)
        {
            var sheet = new AnswerSheet();
            for (var k = 0; k < asked.Places.Length; k++)
            {
                sheet.Set(KeyAt(asked.Places[k]), _columns[asked.Places[k]][asked.Different[i][k]]);
            }

            persons += Questionnaire.Route.Shown(sheet)[step.Number - 1] ? asked.Persons[i] : 0;
        }

        return persons;
    }

    /// <summary>Choices as bits, of a ranking the first place alone; of a number that some units ask for, the number of the answer.</summary>
    private static Func<int, Answer, ulong>? Told(Question question)
    {
        if (SurveyTabulation.IsTabulated(question))
        {
            var chosen = SurveyTabulation.Chosen(question);
            return (_, answer) => chosen(answer);
        }

        return question is { Kind: QuestionKind.Number, IsAddOn: true } ? (number, answer) => answer.Text.Length > 0 ? (ulong)number : 0 : null;
    }

    private string KeyAt(int place) => System.Text.Encoding.UTF8.GetString(_keys[place]);

    private void Place(string key, AnswerColumn column)
    {
        _keys.Of(System.Text.Encoding.UTF8.GetBytes(key));
        _columns.Add(column);
    }

    private int PlaceOf(string key) => _keys.Find(System.Text.Encoding.UTF8.GetBytes(key));

    /// <summary>Most ballots have the same questions in the same order.</summary>
    private int PlaceOf(ReadOnlySpan<byte> key, int at)
    {
        if (at < _usual.Length && _usual[at] >= 0 && key.SequenceEqual(_keys[_usual[at]]))
        {
            return _usual[at];
        }

        var place = _keys.Find(key);
        if (at < _usual.Length)
        {
            _usual[at] = place;
        }

        return place;
    }

    private void Read(ReadOnlySpan<byte> body)
    {
        Array.Fill(_given, AnswerColumn.NotAsked);
        var reader = new BallotReader(body);
        for (var at = 0; reader.Read(); at++)
        {
            if (PlaceOf(reader.Key, at) is >= 0 and var place)
            {
                _given[place] = _columns[place].NumberOf(reader.Answer);
            }
        }
    }
}
