using System.Globalization;
using System.Text.Json;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Surveys;

/// <summary>Finds the category of a counted answer in each declared variable. What the same text or answer says is worked out once.</summary>
internal sealed class BackgroundReader
{
    private readonly IReadOnlyList<BreakdownVariable> _variables;
    private readonly Dictionary<string, int>[] _places;
    private readonly (int Place, AnswerColumn Column)[] _asked;
    private readonly List<int>[] _byAnswer;
    private readonly Numbering<byte> _abouts = new();
    private readonly List<int[]> _byAbout = [];
    private readonly Dictionary<AnswerDoor, int>[] _byDoor;
    private readonly int[] _categories;

    /// <param name="column">Place of a question among what is given, and its answers.</param>
    public BackgroundReader(IReadOnlyList<BreakdownVariable> variables, Func<string, (int Place, AnswerColumn Column)> column)
    {
        _variables = variables;
        _places = [.. variables.Select(v => v.Categories.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i, StringComparer.Ordinal))];
        _asked = [.. variables.Select(v => v.Source == BreakdownSource.Question ? column(v.Key) : default)];
        _byAnswer = [.. variables.Select(_ => new List<int>())];
        _byDoor = [.. variables.Select(_ => new Dictionary<AnswerDoor, int>())];
        _categories = new int[variables.Count];
    }

    /// <summary>By variable: place of the category, or <see cref="BackgroundVariable.NotTold"/>. The same room is used for the next.</summary>
    /// <param name="about">JSON object of texts; empty where there is none.</param>
    /// <param name="given">Number of the answer in each column.</param>
    public ReadOnlySpan<int> Read(ReadOnlySpan<byte> about, AnswerDoor door, ReadOnlySpan<int> given)
    {
        var told = _abouts.Of(about);
        if (told == _byAbout.Count)
        {
            _byAbout.Add(CategoriesOf(about));
        }

        for (var v = 0; v < _categories.Length; v++)
        {
            _categories[v] = _variables[v].Source switch
            {
                BreakdownSource.Door => OfDoor(v, door),
                BreakdownSource.Question => OfAnswer(v, given[_asked[v].Place]),
                _ => _byAbout[told][v],
            };
        }

        return _categories;
    }

    private int[] CategoriesOf(ReadOnlySpan<byte> about)
    {
        var told = about.IsEmpty ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(about);
        return [.. _variables.Select((v, at) => Place(at, told?.GetValueOrDefault(v.Key)))];
    }

    private int OfDoor(int variable, AnswerDoor door)
    {
        if (!_byDoor[variable].TryGetValue(door, out var place))
        {
            _byDoor[variable][door] = place = Place(variable, ((int)door).ToString(CultureInfo.InvariantCulture));
        }

        return place;
    }

    private int OfAnswer(int variable, int number)
    {
        var known = _byAnswer[variable];
        while (known.Count <= number)
        {
            known.Add(Place(variable, _asked[variable].Column[known.Count].Choices is [var only] ? only : null));
        }

        return known[number];
    }

    private int Place(int variable, string? category) => _places[variable].GetValueOrDefault(category ?? "", BackgroundVariable.NotTold);
}
