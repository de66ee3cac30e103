namespace Medborgardialog.Domain.Disclosure;

/// <summary>
/// Everything that is known of the n counted answers to one survey or rådslag, before protection. Respondents are numbered
/// 0 to n − 1 in any order; every array below has n places.
/// </summary>
/// <param name="RecordKeys">The random 63-bit key of each record, 0 to 2⁶³ − 1, drawn when the answer was stored and never shown.</param>
/// <param name="Variables">In order of declaration; where two cannot both be shown, the later one gives way. The level of assurance (T13) is one of them.</param>
/// <param name="Questions">The closed questions.</param>
/// <param name="Population">Persons invited, where the invitation was to a known number; null when anyone could answer.</param>
public sealed record SurveyAnswers(
    long[] RecordKeys, IReadOnlyList<BackgroundVariable> Variables, IReadOnlyList<SurveyQuestion> Questions, int? Population = null)
{
    public int Count => RecordKeys.Length;

    /// <summary>Arrays of different lengths are a mistake of the program: <see cref="ArgumentException"/>.</summary>
    internal static void Check(SurveyAnswers answers)
    {
        if (answers.Variables.Any(v => v.Category.Length != answers.Count) || answers.Questions.Any(q => q.Chosen.Length != answers.Count))
        {
            throw new ArgumentException("The answers do not fit each other: lengths.", nameof(answers));
        }
    }
}

/// <summary>One declared background variable. Not told is a category of its own (rule R11), the last one.</summary>
/// <param name="Categories">Names in order, each once.</param>
/// <param name="Ordered">True where neighbours belong together, such as ages.</param>
/// <param name="Category">By respondent: place in <paramref name="Categories"/>, or <see cref="NotTold"/>.</param>
public sealed record BackgroundVariable(string Key, IReadOnlyList<string> Categories, bool Ordered, int[] Category)
{
    /// <summary>The respondent did not say.</summary>
    public const int NotTold = -1;

    /// <summary>Name of the category of those who did not say, in what is published.</summary>
    public const string NotToldName = "";

    /// <summary>Stands between the two names of a crossed category; those who did not say have the empty name on their side.</summary>
    public const string Between = " × ";

    /// <summary>
    /// The crossing of two variables as one variable (rule R10), which counts beside the two among the four. Its categories
    /// are all pairs, also with those who did not say; only those who said neither are not told.
    /// </summary>
    public static BackgroundVariable Cross(string key, BackgroundVariable first, BackgroundVariable second)
    {
        var (rows, columns) = (first.Categories.Count + 1, second.Categories.Count + 1);
        var names = Enumerable.Range(0, (rows * columns) - 1)
            .Select(pair => Name(first, pair / columns) + Between + Name(second, pair % columns));
        var category = first.Category.Zip(second.Category, (a, b) => Pair(a == NotTold ? rows - 1 : a, b == NotTold ? columns - 1 : b));
        return new BackgroundVariable(key, [.. names], Ordered: false, [.. category]);

        static string Name(BackgroundVariable variable, int at) => at < variable.Categories.Count ? variable.Categories[at] : NotToldName;

        int Pair(int a, int b) => (a * columns) + b == (rows * columns) - 1 ? NotTold : (a * columns) + b;
    }
}

/// <summary>One closed question. Those who left it out, or never got it, are not in its base; "vet inte" is a choice like any other.</summary>
/// <param name="Choices">Keys of the choices, 1 to 64.</param>
/// <param name="Chosen">By respondent: bit c is set for choice c; 0 for those outside the base.</param>
/// <param name="Multiple">Whether more than one may be chosen.</param>
/// <param name="Routed">
/// True where another <em>answer</em> decided who got the question. To be in the base is then itself an answer and is protected
/// like one (<see cref="SurveyProtection"/>). False for questions that all got, or that only the background decided.
/// </param>
public sealed record SurveyQuestion(string Key, IReadOnlyList<string> Choices, ulong[] Chosen, bool Multiple, bool Routed)
{
    public const int MostChoices = 64;
}
