using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Tests.Disclosure;

/// <summary>What the attacker knows beforehand: everyone's background, and perhaps who answered what.</summary>
/// <param name="Backgrounds">By variable key: the category name of each respondent, empty for not told.</param>
/// <param name="Answered">By question key: the respondents who answered; absent for an attacker who does not know.</param>
internal sealed record Knowledge(int Respondents, IReadOnlyDictionary<string, string[]> Backgrounds, IReadOnlyDictionary<string, bool[]>? Answered);

/// <summary>The form that everyone has seen: choices, and whether another answer led to the question.</summary>
internal sealed record FormQuestion(string Key, IReadOnlyList<string> Choices, bool Multiple, bool Routed);

/// <summary>Something that the attacker claims to know for certain.</summary>
/// <param name="How">The attack that found it.</param>
/// <param name="Persons">Respondents.</param>
/// <param name="Choice">Choice, or −1 for "answered the question", or −2 when any count over the persons could be had.</param>
/// <param name="Value">How many of the persons; null for a set that exact counts would isolate.</param>
internal sealed record Finding(string How, string Question, int[] Persons, int Choice, int? Value);

/// <summary>A published table as the attacker reads it.</summary>
/// <param name="RowOf">By person of the world.</param>
/// <param name="Columns">Choices of each column.</param>
internal sealed record AttackSide(PublishedTable Table, int[] RowOf, int[] Sizes, int[][] Columns)
{
    public int Rows => Sizes.Length;

    public bool Shown(int row) => Table.Rows[row].Counts.Count > 0;
}

/// <summary>One published question with the persons it can be about.</summary>
internal sealed class AttackWorld
{
    public AttackWorld(ProtectedSurvey survey, PublishedQuestion published, FormQuestion form, Knowledge knowledge)
    {
        (Survey, Published, Form) = (survey, published, form);
        KnowsBase = knowledge.Answered is not null;
        var tables = published.Tables.Where(t => t.Reason is null).ToList();
        var rowOf = tables.Select(t => Rows(t, knowledge)).ToList();
        Persons = [.. Enumerable.Range(0, knowledge.Respondents)
            .Where(i => knowledge.Answered?[form.Key][i] != false && rowOf.TrueForAll(rows => rows[i] >= 0))];
        Sides = [.. tables.Zip(rowOf, Side)];
        (AtomOf, Atoms) = MakeAtoms();
    }

    public ProtectedSurvey Survey { get; }

    public PublishedQuestion Published { get; }

    public FormQuestion Form { get; }

    public bool KnowsBase { get; }

    public int[] Persons { get; }

    public IReadOnlyList<AttackSide> Sides { get; }

    /// <summary>By person of the world: persons with the same rows everywhere are one atom.</summary>
    public int[] AtomOf { get; }

    /// <summary>Members of each atom, as persons of the world.</summary>
    public IReadOnlyList<List<int>> Atoms { get; }

    public int Smallest => Survey.Limits.SmallestGroup;

    /// <summary>Worlds of the same shape have the same sets: questions with the same base and the same rows.</summary>
    public string Shape => string.Join(';', Sides.Select(s => string.Join(',', Enumerable.Range(0, s.Rows).Select(s.Shown))))
        + string.Join(';', Atoms.Select(a => $"{string.Join(',', Sides.Select(s => s.RowOf[a[0]]))}:{string.Join(',', Respondents(a))}"));

    public int[] Respondents(IEnumerable<int> persons) => [.. persons.Select(p => Persons[p])];

    private static int[] Rows(PublishedTable table, Knowledge knowledge)
    {
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var r = 0; r < table.Rows.Count; r++)
        {
            foreach (var name in table.Rows[r].Names)
            {
                rowOf[name] = r;
            }
        }

        return [.. knowledge.Backgrounds[table.Variable].Select(name => rowOf.GetValueOrDefault(name, -1))];
    }

    private AttackSide Side(PublishedTable table, int[] rowOf)
    {
        var rows = Persons.Select(i => rowOf[i]).ToArray();
        var sizes = new int[table.Rows.Count];
        foreach (var row in rows)
        {
            sizes[row]++;
        }

        return new AttackSide(
            table, rows, sizes, [.. table.Columns.Select(c => c.Select(key => Form.Choices.ToList().IndexOf(key)).Order().ToArray())]);
    }

    private (int[] AtomOf, IReadOnlyList<List<int>> Atoms) MakeAtoms()
    {
        var known = new Dictionary<long, int>();
        var atoms = new List<List<int>>();
        var atomOf = new int[Persons.Length];
        for (var p = 0; p < Persons.Length; p++)
        {
            var key = Sides.Aggregate(0L, (k, s) => (k * 64) + s.RowOf[p]);
            if (!known.TryGetValue(key, out var atom))
            {
                known[key] = atom = atoms.Count;
                atoms.Add([]);
            }

            atoms[atom].Add(p);
            atomOf[p] = atom;
        }

        return (atomOf, atoms);
    }
}
