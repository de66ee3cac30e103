using System.Numerics;

namespace Medborgardialog.Domain.Disclosure;

/// <summary>One way to answer a question.</summary>
/// <param name="Chosen">Choices, as bits.</param>
/// <param name="Columns">By table: the columns that they fall in, as bits.</param>
internal sealed record GivenAnswer(ulong Chosen, ulong[] Columns);

/// <summary>Respondents that the tables of a question cannot tell apart.</summary>
/// <param name="rows">Their row in each table.</param>
internal sealed class AnswerAtom(int[] rows, int choices)
{
    private readonly Dictionary<ulong, int> _persons = [];

    public int[] Rows => rows;

    public int Members { get; private set; }

    /// <summary>Persons by choice.</summary>
    public int[] Chosen { get; } = new int[choices];

    /// <summary>The different answers that somebody gave.</summary>
    public List<GivenAnswer> Answers { get; } = [];

    /// <summary>Choices that somebody made, as bits.</summary>
    public ulong Some { get; private set; }

    /// <summary>Choices that everybody made, as bits.</summary>
    public ulong All { get; private set; }

    /// <summary>Choices that lack a witness, as bits.</summary>
    public ulong Open { get; set; }

    public void Add(GivenAnswer answer, int by)
    {
        var persons = _persons.GetValueOrDefault(answer.Chosen);
        if (persons == 0)
        {
            Answers.Add(answer);
        }

        _persons[answer.Chosen] = persons + by;
        Count(answer, by);
    }

    public void Remove(GivenAnswer answer)
    {
        if (--_persons[answer.Chosen] == 0)
        {
            Answers.RemoveAll(a => a.Chosen == answer.Chosen);
        }

        Count(answer, -1);
    }

    /// <summary>Choices that another number of persons made among other answers behind the same publication lack no witness.</summary>
    /// <param name="others">Persons by choice.</param>
    public void Close(int[] others)
    {
        for (var c = 0; c < others.Length; c++)
        {
            Open &= others[c] == Chosen[c] ? ulong.MaxValue : ~(1UL << c);
        }
    }

    private void Count(GivenAnswer answer, int by)
    {
        Members += by;
        for (var left = answer.Chosen; left != 0; left &= left - 1)
        {
            Chosen[BitOperations.TrailingZeroCount(left)] += by;
        }

        (Some, All) = (0, ulong.MaxValue);
        foreach (var given in Answers)
        {
            Some |= given.Chosen;
            All &= given.Chosen;
        }
    }
}
