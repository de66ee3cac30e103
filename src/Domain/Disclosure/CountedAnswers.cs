using System.Text.Json;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>
/// The answers to one rådslag, put together one after the other as they are read from the box: how many gave each answer, and who they are in
/// the ways that are told of one at a time. What is held is what is different, so its size does not depend on how many have answered.
/// </summary>
public sealed class CountedAnswers
{
    private readonly SortedDictionary<string, AnswerColumn> _columns = new(StringComparer.Ordinal);
    private readonly Numbering<byte> _keys = new();
    private readonly List<AnswerColumn> _byPlace = [];
    private readonly Numbering<byte> _abouts = new();
    private readonly List<Tally> _byAbout = [];
    private readonly SortedDictionary<AnswerDoor, Tally> _doors = [];

    /// <summary>All who have answered.</summary>
    public Tally Everyone { get; private set; }

    /// <summary>By way in, in order.</summary>
    public IReadOnlyDictionary<AnswerDoor, Tally> Doors => _doors;

    /// <summary>Questions that somebody has chosen something in, by key and in the order of the keys.</summary>
    public IEnumerable<(string Key, IReadOnlyDictionary<string, int> Persons, int Answered)> Chosen
    {
        get
        {
            foreach (var (key, column) in _columns)
            {
                var (persons, answered) = (new SortedDictionary<string, int>(StringComparer.Ordinal), 0);
                for (var i = AnswerColumn.NotAsked + 1; i < column.Count; i++)
                {
                    var answer = column[i];
                    answered += answer.IsEmpty ? 0 : column.PersonsOf(i);
                    foreach (var choice in answer.Choices)
                    {
                        persons[choice] = persons.GetValueOrDefault(choice) + column.PersonsOf(i);
                    }
                }

                if (persons.Count > 0)
                {
                    yield return (key, persons, answered);
                }
            }
        }
    }

    /// <summary>Adds one answer as it lies in the box. Throws <see cref="JsonException"/> on what no <see cref="AnswerSheet"/> has written.</summary>
    /// <param name="body">JSON, see <see cref="AnswerSheet.ToJson"/>.</param>
    /// <param name="about">What was told of oneself, a JSON object of texts by key; empty where there is nothing.</param>
    /// <param name="recordKey">The random 63-bit key of the record.</param>
    public void Add(ReadOnlySpan<byte> body, ReadOnlySpan<byte> about, AnswerDoor door, long recordKey)
    {
        var one = new Tally(1, recordKey);
        Everyone += one;
        _doors[door] = _doors.GetValueOrDefault(door) + one;
        var told = _abouts.Of(about);
        if (told == _byAbout.Count)
        {
            _byAbout.Add(default);
        }

        _byAbout[told] += one;
        var reader = new BallotReader(body);
        while (reader.Read())
        {
            var place = _keys.Of(reader.Key);
            if (place == _byPlace.Count)
            {
                _byPlace.Add(new AnswerColumn(keepsTyped: false, told: null));
                _columns.Add(System.Text.Encoding.UTF8.GetString(reader.Key), _byPlace[place]);
            }

            _byPlace[place].Add(_byPlace[place].NumberOf(reader.Answer), background: 0, one);
        }
    }

    /// <summary>Those who told each value of one thing about themselves. Those who told nothing of it are in none.</summary>
    /// <param name="key">Such as <see cref="AboutYou.Age"/>.</param>
    public IReadOnlyDictionary<string, Tally> Told(string key)
    {
        var told = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        for (var i = 0; i < _byAbout.Count; i++)
        {
            if (_abouts[i].Length > 0 && JsonSerializer.Deserialize<Dictionary<string, string>>(_abouts[i])!.TryGetValue(key, out var value))
            {
                told[value] = told.GetValueOrDefault(value) + _byAbout[i];
            }
        }

        return told;
    }
}
