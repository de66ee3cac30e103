using System.Text.RegularExpressions;

namespace Medborgardialog.Domain.Ballots;

/// <summary>What a question could do better (ux 9.1).</summary>
public enum QuestionHint
{
    /// <summary>Asks about two things at once. The words where are told.</summary>
    DoubleBarrelled = 1,

    /// <summary>Leads towards an answer. The words that do are told.</summary>
    Leading = 2,

    /// <summary>A scale with more points on one side than on the other. The numbers of positive and negative points are told.</summary>
    Unbalanced = 3,

    /// <summary>Somebody may not know, and cannot say so.</summary>
    NoUnknown = 4,

    /// <summary>More than <see cref="QuestionChecks.MostChoices"/> choices.</summary>
    ManyChoices = 5,

    /// <summary>A sentence in the passive voice, where nobody does anything. The words are told.</summary>
    Passive = 6,

    /// <summary>A question in the negative, which a "no" answers in two ways. The words are told.</summary>
    Negated = 7,
}

/// <param name="Words">What was found, in the question's own words; empty where nothing need be told.</param>
public sealed record QuestionFinding(QuestionHint Hint, string Words);

/// <summary>
/// Checks of how questions are put (ux 9.1). They advise and never block. Word lists are for Swedish, the language that questions are
/// written in; a hit is a suspicion, not a proof.
/// </summary>
public static partial class QuestionChecks
{
    /// <summary>More choices than these are hard to hold in mind.</summary>
    public const int MostChoices = 12;

    /// <summary>More open questions than these take long to answer and to read.</summary>
    public const int MostOpen = 3;

    /// <summary>Pairs that are one thing, so that their "och" asks about nothing more.</summary>
    private static readonly HashSet<string> _onePair = new(StringComparer.OrdinalIgnoreCase)
    {
        "mer eller mindre", "förr eller senare", "vård och omsorg", "fritid och kultur", "kultur och fritid", "gator och torg", "far och flyg",
        "ja eller nej", "till och med", "och så vidare", "in och ut", "då och då", "hjälp och stöd", "barn och unga", "lek och idrott", "en eller flera",
        "ett eller flera", "två eller flera", "en eller annan",
    };

    private static readonly HashSet<string> _leading = new(StringComparer.OrdinalIgnoreCase)
    {
        "självklart", "självklara", "naturligtvis", "givetvis", "förstås", "visst", "väl", "ju", "uppenbart", "faktiskt", "äntligen", "orimlig", "orimliga",
        "orimligt", "skandalös", "skandalösa", "fantastiska", "fantastiskt", "fantastisk", "utmärkta", "utmärkt", "dåliga", "bristande", "onödiga", "onödigt",
        "nödvändiga", "nödvändigt", "viktiga", "bara", "endast", "håller", "instämmer",
    };

    private static readonly HashSet<string> _positive = new(StringComparer.OrdinalIgnoreCase)
    {
        "bra", "nöjd", "nöjda", "god", "gott", "trygg", "trygga", "positiv", "positivt", "lätt", "ofta", "alltid", "oftast", "instämmer", "utmärkt", "utmärkta",
        "fantastiskt", "viktigt", "rätt", "ja", "gärna", "hög", "högt", "bättre", "snabbt",
    };

    private static readonly HashSet<string> _negative = new(StringComparer.OrdinalIgnoreCase)
    {
        "dåligt", "dålig", "dåliga", "missnöjd", "missnöjda", "otrygg", "otrygga", "negativ", "negativt", "svårt", "sällan", "aldrig", "uselt", "oviktigt", "fel",
        "nej", "ogärna", "låg", "lågt", "sämre", "långsamt", "illa",
    };

    /// <summary>The word before the one that follows turns it round: "inte nöjd".</summary>
    private static readonly HashSet<string> _turning = new(StringComparer.OrdinalIgnoreCase) { "inte", "ej", "knappast", "föga", "icke" };

    private static readonly HashSet<string> _notPassive = new(StringComparer.OrdinalIgnoreCase)
    {
        "finns", "hoppas", "trivs", "minns", "känns", "tycks", "lyckas", "syns", "behövs", "umgås", "andas", "hörs", "skäms", "kräks", "träffas", "fattas", "saknas",
        "verkas", "annars", "alls", "någons", "kommuns", "kommunens", "dess", "hans", "hennes", "deras", "vars", "allas", "tills", "inklusive", "plats", "dags",
    };

    /// <summary>Everything found in one question, in the order of <see cref="QuestionHint"/>.</summary>
    public static IReadOnlyList<QuestionFinding> Of(Question question)
    {
        var findings = new List<QuestionFinding>();
        void Add(QuestionHint hint, string words)
        {
            if (words.Length > 0)
            {
                findings.Add(new QuestionFinding(hint, words));
            }
        }

        Add(QuestionHint.DoubleBarrelled, DoubleBarrelled(question));
        Add(QuestionHint.Leading, string.Join(", ", new[] { question.Text }.Concat(question.Items.Select(i => i.Text)).SelectMany(Leading).Distinct()));
        if (Unbalanced(question) is var (good, bad))
        {
            findings.Add(new QuestionFinding(QuestionHint.Unbalanced, FormattableString.Invariant($"{good}–{bad}")));
        }

        if (LacksUnknown(question))
        {
            findings.Add(new QuestionFinding(QuestionHint.NoUnknown, ""));
        }

        if (question.Choices.Count > MostChoices)
        {
            findings.Add(new QuestionFinding(QuestionHint.ManyChoices, FormattableString.Invariant($"{question.Choices.Count}")));
        }

        Add(QuestionHint.Passive, string.Join(", ", Passive(question.Text)));
        Add(QuestionHint.Negated, string.Join(", ", Words(question.Text).Where(_turning.Contains)));
        return findings;
    }

    /// <summary>Open questions, of which more than <see cref="MostOpen"/> are many.</summary>
    public static int Open(IReadOnlyList<Question> questions) => questions.Count(q => q.Kind is QuestionKind.ShortText or QuestionKind.LongText);

    /// <summary>Seconds for everybody who gets every question: closed 12, a scale or a statement 8, an open question 60 (ux 9.1).</summary>
    public static int Seconds(IReadOnlyList<Question> questions) => questions.Sum(q => q.Seconds * Math.Max(1, q.Items.Count));

    /// <summary>Verbs that may be in the passive voice: "görs", "utförs", "hanteras".</summary>
    public static IReadOnlyList<string> Passive(string text)
    {
        var words = Words(text);
        return
        [
            .. words.Where(w => w.Length > 4 && PassiveEnd.IsMatch(w) && char.IsLower(w[0]) && !_notPassive.Contains(w) && !w.EndsWith("plats", StringComparison.Ordinal)).Distinct(),
        ];
    }

    private static string DoubleBarrelled(Question question)
    {
        // "A eller B?" as a question of its own is a choice between two, and right where those are the choices.
        var texts = question.Kind == QuestionKind.Battery ? question.Items.Select(i => i.Text) : [question.Text];
        return string.Join(", ", texts.SelectMany(t => Pairs(t, question)));
    }

    private static IEnumerable<string> Pairs(string text, Question question)
    {
        var words = Words(text);
        for (var i = 1; i < words.Count - 1; i++)
        {
            if (!string.Equals(words[i], "och", StringComparison.OrdinalIgnoreCase) && !string.Equals(words[i], "eller", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var pair = $"{words[i - 1]} {words[i]} {words[i + 1]}";
            var (left, right) = (Offering(question, words[i - 1]), Offering(question, words[i + 1]));
            var offered = left is not null && right is not null && left != right;
            if (!_onePair.Contains(pair) && !offered)
            {
                yield return pair;
            }
        }
    }

    private static Choice? Offering(Question question, string word) => question.Choices.FirstOrDefault(c => c.Label.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Leading(string text)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            // "Hur viktiga är …" asks; "de viktiga …" tells. "Håller du med om" asks for a yes, "Håller … öppet" does not.
            var asked = i > 0 && string.Equals(words[i - 1], "hur", StringComparison.OrdinalIgnoreCase);
            var agreeing = words[i].Equals("håller", StringComparison.OrdinalIgnoreCase) || words[i].Equals("instämmer", StringComparison.OrdinalIgnoreCase);
            if (_leading.Contains(words[i]) && !asked && (!agreeing || i == 0 && text.Contains("med om att", StringComparison.OrdinalIgnoreCase)))
            {
                yield return words[i].ToLowerInvariant();
            }
        }
    }

    /// <summary>Positive and negative points, where every point but a middle one says which it is and the two differ.</summary>
    private static (int Positive, int Negative)? Unbalanced(Question question)
    {
        if (question.Kind is not (QuestionKind.Scale or QuestionKind.Single or QuestionKind.Battery))
        {
            return null;
        }

        var points = question.Choices.Where(c => !c.IsOutside).Select(c => Sign(c.Label)).ToList();
        var (good, bad) = (points.Count(p => p > 0), points.Count(p => p < 0));
        return points.Count >= 3 && good + bad > 0 && points.Count - good - bad <= 1 && good != bad ? (good, bad) : null;
    }

    private static int Sign(string label)
    {
        var words = Words(label);
        for (var i = 0; i < words.Count; i++)
        {
            var sign = _positive.Contains(words[i]) ? 1 : _negative.Contains(words[i]) ? -1 : 0;
            if (sign != 0)
            {
                return i > 0 && _turning.Contains(words[i - 1]) ? -sign : sign;
            }
        }

        return 0;
    }

    /// <summary>Scales, batteries and questions about what one thinks or knows; what somebody has done or is they know themselves.</summary>
    private static bool LacksUnknown(Question question) =>
        !question.Choices.Any(c => c.IsOutside)
        && (question.Kind is QuestionKind.Scale or QuestionKind.Battery
            || question.Kind is QuestionKind.Single or QuestionKind.YesNo && Opinion.IsMatch(question.Text));

    private static IReadOnlyList<string> Words(string text) => [.. Word.Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Word { get; }

    [GeneratedRegex("(as|ades|ats|[rgvlk]s)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PassiveEnd { get; }

    [GeneratedRegex(@"\b(tycker|anser|upplever|tror|känner|borde|ska kommunen|bör)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Opinion { get; }
}
