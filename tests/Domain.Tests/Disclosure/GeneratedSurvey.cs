using Medborgardialog.Domain.Disclosure;

namespace Medborgardialog.Domain.Tests.Disclosure;

/// <summary>
/// Surveys that are hard to protect, each from its seed: skewed backgrounds, rare categories, variables that are another one
/// but for a few persons, questions that only some got or answered, groups that answer alike.
/// </summary>
internal static class GeneratedSurvey
{
    private static readonly double[] _steep = [50, 25, 12, 6, 4, 2, 1, 1];

    /// <param name="respondents">Null draws 5 to 400, small ones as often as large.</param>
    /// <param name="variables">Null draws 1 to 4.</param>
    public static SurveyAnswers Make(int seed, int? respondents = null, int? variables = null)
    {
        var random = new Random(seed);
        var n = respondents ?? (int)Math.Round(5 * Math.Pow(80, random.NextDouble()));
        var declared = new List<BackgroundVariable>();
        var wanted = variables ?? random.Next(1, 5);
        while (declared.Count < wanted)
        {
            declared.Add(Variable(random, n, declared));
        }

        var questions = new List<SurveyQuestion>();
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            questions.Add(Question(random, n, questions, declared));
        }

        var keys = Enumerable.Range(0, n).Select(_ => random.NextInt64()).ToArray();
        return new SurveyAnswers(keys, declared, questions, random.Next(5) == 0 ? n + random.Next(10) : null);
    }

    private static BackgroundVariable Variable(Random random, int n, List<BackgroundVariable> earlier)
    {
        var key = $"v{earlier.Count}";
        if (earlier.Count > 0 && random.Next(4) == 0)
        {
            return Twin(random, key, earlier[random.Next(earlier.Count)]);
        }

        var categories = random.Next(2, 10);
        var steepness = random.NextDouble() * 1.5;
        var weights = Enumerable.Range(0, categories).Select(c => Math.Pow(_steep[c % _steep.Length], steepness)).OrderBy(_ => random.Next()).ToArray();
        var silent = random.Next(3) == 0 ? random.NextDouble() * 0.2 : 0;
        return new BackgroundVariable(
            key, [.. Enumerable.Range(0, categories).Select(c => $"{key}c{c}")], random.Next(2) == 0,
            [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() < silent ? BackgroundVariable.NotTold : Draw(random, weights))]);
    }

    /// <summary>The same as another variable but for a few persons, sometimes coarser: what difference attacks live on.</summary>
    private static BackgroundVariable Twin(Random random, string key, BackgroundVariable other)
    {
        var coarse = random.Next(2) == 0 ? 2 : 1;
        var categories = Math.Max(2, (other.Categories.Count + coarse - 1) / coarse);
        var category = other.Category.Select(c => c == BackgroundVariable.NotTold ? c : Math.Min(c / coarse, categories - 1)).ToArray();
        for (var moved = random.Next(0, 13); moved > 0; moved--)
        {
            category[random.Next(category.Length)] = random.Next(categories);
        }

        return new BackgroundVariable(key, [.. Enumerable.Range(0, categories).Select(c => $"{key}c{c}")], other.Ordered, category);
    }

    private static SurveyQuestion Question(Random random, int n, List<SurveyQuestion> earlier, List<BackgroundVariable> declared)
    {
        var multiple = random.Next(4) == 0;
        var choices = random.Next(2, 7);
        var chosen = Answers(random, n, choices, multiple, declared);
        var silent = random.Next(3) switch { 0 => 0, 1 => 0.03, _ => random.NextDouble() * 0.4 };
        var parent = earlier.Count > 0 && random.Next(3) == 0 ? earlier[random.Next(earlier.Count)] : null;
        var leading = parent is null ? 0 : (1UL << random.Next(parent.Choices.Count)) | (1UL << random.Next(parent.Choices.Count));
        for (var i = 0; i < n; i++)
        {
            var gotIt = parent is null || (parent.Chosen[i] & leading) != 0;
            chosen[i] = gotIt && random.NextDouble() >= silent ? chosen[i] : 0;
        }

        return new SurveyQuestion($"q{earlier.Count}", [.. Enumerable.Range(0, choices).Select(c => $"a{c}")], chosen, multiple, parent is not null);
    }

    /// <summary>Each category of one variable has its own leaning, some of them unanimous.</summary>
    private static ulong[] Answers(Random random, int n, int choices, bool multiple, List<BackgroundVariable> declared)
    {
        var by = declared[random.Next(declared.Count)];
        var steepness = random.NextDouble() * 2.5;
        var shared = Weights();
        var own = Enumerable.Range(0, by.Categories.Count + 1).Select(_ => random.Next(3) == 0 ? Weights() : shared).ToArray();
        return [.. Enumerable.Range(0, n).Select(i => Answer(own[by.Category[i] + 1]))];

        double[] Weights() => [.. Enumerable.Range(0, choices).Select(c => Math.Pow(_steep[c], steepness)).OrderBy(_ => random.Next())];

        ulong Answer(double[] weights)
        {
            var answer = 1UL << Draw(random, weights);
            for (var more = multiple ? random.Next(choices) : 0; more > 0; more--)
            {
                answer |= 1UL << Draw(random, weights);
            }

            return answer;
        }
    }

    private static int Draw(Random random, double[] weights)
    {
        var at = random.NextDouble() * weights.Sum();
        var c = 0;
        while (c < weights.Length - 1 && at >= weights[c])
        {
            at -= weights[c++];
        }

        return c;
    }
}
