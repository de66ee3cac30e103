using System.Text.RegularExpressions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>
/// Invented free texts put together from phrases, so many of each theme that the demo's numbers of persons come out: the samples first, then the rest. The same
/// each time, and no text twice.
/// </summary>
internal sealed partial class SimulatedTexts(ThemesContent content)
{
    private const string Seed = "fritext hemtjänst 2026";
    private readonly SeededNumbers _numbers = new(Seed);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public static ThemesContent Content() => ExempelbyContent.Read<ThemesContent>("hemtjanst-teman.json");

    /// <param name="count">Texts in all.</param>
    public IReadOnlyList<SimulatedText> Make(int count)
    {
        var texts = content.Samples.Select(s => new SimulatedText(s.Text, s.Marks, s.Number, s.Unit)).ToList();
        var slots = count - texts.Count - content.Without.Count;
        var marks = Enumerable.Range(0, slots).Select(_ => new Dictionary<string, Stance>(StringComparer.Ordinal)).ToList();
        var at = 0;
        foreach (var theme in content.Themes)
        {
            // One round after the other over the slots: no theme is as large as a round, so that none meets itself.
            var missing = theme.People - content.Samples.Count(s => s.Marks.ContainsKey(theme.Key));
            for (var i = 0; i < missing; i++, at++)
            {
                marks[at % slots][theme.Key] = i < content.Phrases[theme.Key].Opposed ? Stance.Against : Stance.For;
            }
        }

        texts.AddRange(marks.Select(Write));
        texts.AddRange(content.Without.Select(t => new SimulatedText(t, new Dictionary<string, Stance>(StringComparer.Ordinal))));
        return texts;
    }

    private SimulatedText Write(Dictionary<string, Stance> marks)
    {
        string text;
        do
        {
            text = string.Join(' ', marks.Select(m => Phrase(content.Phrases[m.Key], m.Value)));
        }
        while (!_used.Add(text));
        return new SimulatedText(text, marks);
    }

    private string Phrase(PhraseContent phrases, Stance stance)
    {
        var phrase = Pick(stance == Stance.Against ? phrases.Against : phrases.For);
        return Gap().Replace(phrase, gap =>
        {
            var word = Pick(content.Fillers[gap.Groups["name"].Value.ToLowerInvariant()]);
            return gap.Index == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word;
        });
    }

    private string Pick(IReadOnlyList<string> words) => words[(int)_numbers.Below(words.Count)];

    [GeneratedRegex(@"\{(?<name>\p{L}+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
