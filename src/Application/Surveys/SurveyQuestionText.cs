using System.Globalization;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Surveys;

/// <summary>One line of choices as an officer writes it.</summary>
public sealed record ChoiceLine(string Label, bool Positive = false, bool OutsideBase = false, bool NoExperience = false, Guid? PictureId = null);

/// <summary>The words in one language, line by line in the order of the Swedish ones; an empty line stays Swedish.</summary>
public sealed record LanguageLines(string Text, string Section, string Hint, IReadOnlyList<string> Choices, IReadOnlyList<string> Items);

/// <summary>A question as an officer writes it: no keys, which are kept or made when it is saved.</summary>
/// <param name="Items">Statements of a battery.</param>
/// <param name="Indicator">Empty where nothing is compared.</param>
/// <param name="AskedOf">Keys of the units whose users alone get it; empty for everyone.</param>
/// <param name="Languages">By BCP 47 tag. A language that is absent keeps what it has.</param>
public sealed record SurveyQuestionText(
    QuestionKind Kind, string Section, string Text, string Hint, bool Required, bool Headline, int MaxChoices,
    IReadOnlyList<ChoiceLine> Choices, IReadOnlyList<string> Items, decimal? Lowest, decimal? Highest, int Decimals, string Unit, PlaceForm Place,
    Perspective? Perspective, LoopMeasure? Measures, string Indicator, IReadOnlyList<string> AskedOf, IReadOnlyDictionary<string, LanguageLines> Languages)
{
    /// <summary>What is written may be quoted without a name; of no effect on questions answered in another way.</summary>
    public bool MayBeQuoted { get; init; }

    private const int MaxKey = 32;

    /// <summary>The question to ask, with keys. Nothing of other kinds than its own is kept.</summary>
    /// <param name="before">As it was, or null for a new one.</param>
    internal Question With(string key, Question? before)
    {
        var choices = WriteChoices(before?.Choices ?? []);
        IReadOnlyList<BatteryItem> items = Kind == QuestionKind.Battery
            ? [.. Keyed(Items, [.. (before?.Items ?? []).Select(i => (i.Key, i.Text))], "pastaende").Select(i => new BatteryItem(i.Key, i.Text))]
            : [];
        var (number, ranked) = (Kind == QuestionKind.Number, Kind is QuestionKind.Multiple or QuestionKind.Ranking);
        return new Question
        {
            Key = key, Kind = Kind, Text = Text.Trim(), Hint = Given(Hint), Required = Required, Headline = Headline, Choices = choices, Items = items,
            Section = Section.Trim().Length > 0 ? Section.Trim() : Text.Trim()[..Math.Min(Text.Trim().Length, 60)],
            MaxChoices = ranked ? MaxChoices : 1,
            Lowest = number ? Lowest : null, Highest = number ? Highest : null, Decimals = number ? Decimals : 0, Unit = number ? Given(Unit) : null,
            Place = Kind == QuestionKind.Place ? Place : PlaceForm.List,
            MayBeQuoted = MayBeQuoted && Kind is (QuestionKind.ShortText or QuestionKind.LongText),
            Perspective = Perspective, Measures = Measures, Indicator = Given(Indicator), AskedOf = [.. AskedOf.Distinct(StringComparer.Ordinal)],
            ShowIf = before?.ShowIf, BankKey = before?.BankKey, BankVersion = before?.BankVersion,
            BreakNote = before is not null && before.Indicator == Given(Indicator) ? before.BreakNote : null,
            Languages = Words(before, choices, items),
        };
    }

    /// <summary>
    /// Lines with keys: a line whose text is unchanged keeps its key. Where as many lines were reworded as disappeared, they are the same
    /// lines in other words and keep their keys in order, so that correcting a slip does not break a condition.
    /// </summary>
    internal static IReadOnlyList<(string Key, string Text)> Keyed(IEnumerable<string> lines, IReadOnlyList<(string Key, string Text)> before, string stem)
    {
        var texts = lines.Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var gone = new Queue<string>(before.Where(b => !texts.Contains(b.Text)).Select(b => b.Key));
        var reworded = gone.Count == texts.Count(t => before.All(b => b.Text != t));
        var (keyed, taken) = (new List<(string Key, string Text)>(), before.Select(b => b.Key).ToHashSet(StringComparer.Ordinal));
        foreach (var text in texts)
        {
            var key = before.FirstOrDefault(b => b.Text == text && keyed.TrueForAll(k => k.Key != b.Key)).Key
                ?? (reworded && gone.TryDequeue(out var same) ? same : Free(Slugs.From(text), stem, taken));
            taken.Add(key);
            keyed.Add((key, text));
        }

        return keyed;
    }

    /// <summary>A key that is not taken, made of <paramref name="wanted"/>.</summary>
    internal static string Free(string wanted, string stem, IReadOnlySet<string> taken)
    {
        var start = wanted[..Math.Min(wanted.Length, MaxKey - 4)].Trim('-') is { Length: > 0 } given ? given : stem;
        var key = start;
        for (var n = 2; taken.Contains(key); n++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{start}-{n}");
        }

        return key;
    }

    /// <summary>A field to type in has no choices but those that stand for no value.</summary>
    private IReadOnlyList<Choice> WriteChoices(IReadOnlyList<Choice> before)
    {
        var isTyped = Kind is QuestionKind.ShortText or QuestionKind.LongText or QuestionKind.Number or QuestionKind.Date
            || Kind == QuestionKind.Place && Place != PlaceForm.List;
        var lines = Choices.Where(c => c.Label.Trim().Length > 0 && (!isTyped || c.OutsideBase || c.NoExperience)).ToList();
        var keyed = Keyed(lines.Select(l => l.Label), [.. before.Select(c => (c.Key, c.Label))], "val");
        return
        [
            .. lines.Zip(keyed, (line, known) => new Choice(
                known.Key, known.Text, before.FirstOrDefault(c => c.Key == known.Key)?.Hint, null, line.OutsideBase, line.NoExperience,
                line.PictureId ?? before.FirstOrDefault(c => c.Key == known.Key)?.PictureId, line.Positive)),
        ];
    }

    private Dictionary<string, QuestionWords> Words(Question? before, IReadOnlyList<Choice> choices, IReadOnlyList<BatteryItem> items)
    {
        var words = (before?.Languages ?? new Dictionary<string, QuestionWords>(StringComparer.Ordinal)).ToDictionary(w => w.Key, w => w.Value, StringComparer.Ordinal);
        foreach (var (tag, lines) in Languages)
        {
            var hints = words.TryGetValue(tag, out var had) ? had.Choices.Where(c => c.Key.EndsWith(".hint", StringComparison.Ordinal)) : [];
            var written = new QuestionWords(
                Given(lines.Text), Given(lines.Section), Given(lines.Hint),
                Pair(choices.Select(c => c.Key), lines.Choices).Concat(hints).ToDictionary(StringComparer.Ordinal),
                Pair(items.Select(i => i.Key), lines.Items).ToDictionary(StringComparer.Ordinal));
            words.Remove(tag);
            if (written is not { Text: null, Section: null, Hint: null, Choices.Count: 0, Items.Count: 0 })
            {
                words[tag] = written;
            }
        }

        return words;
    }

    private static IEnumerable<KeyValuePair<string, string>> Pair(IEnumerable<string> keys, IReadOnlyList<string> lines) =>
        keys.Zip(lines, (key, line) => KeyValuePair.Create(key, line.Trim())).Where(p => p.Value.Length > 0);

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;
}
