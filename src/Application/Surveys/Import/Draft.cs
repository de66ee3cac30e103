using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>A choice or a statement before the main language is told apart from the others.</summary>
internal sealed record DraftPart(string Key, Wording Text);

/// <summary>A question in the making, in all languages.</summary>
internal sealed record Draft(LssQuestion Source, string Key, QuestionKind Kind, Wording Text)
{
    public Wording Hint { get; init; } = Wording.None;

    public bool Required { get; init; }

    public IReadOnlyList<DraftPart> Choices { get; init; } = [];

    public IReadOnlyList<DraftPart> Items { get; init; } = [];

    public int MaxChoices { get; init; } = 1;

    public decimal? Lowest { get; init; }

    public decimal? Highest { get; init; }

    public int Decimals { get; init; }

    public string? Unit { get; init; }

    /// <summary>Asked only after a choice of an earlier question, which is asked when the question it came from is.</summary>
    public Condition? After { get; init; }

    public int Pages => Math.Max(1, Items.Count);

    private const int MaxText = 1000;
    private const int MaxHint = 2000;
    private const int MaxSection = 100;
    private const int MaxLabel = 300;
    private const int MaxItem = 500;

    public bool IsTooLong => Text.IsLonger(MaxText) || Hint.IsLonger(MaxHint) || Source.Group.Title.IsLonger(MaxSection)
        || Choices.Any(c => c.Text.IsLonger(MaxLabel)) || Items.Any(i => i.Text.IsLonger(MaxItem));

    /// <param name="tags">BCP 47 tag by the language code of the file, of the languages apart from the main one.</param>
    public Question ToQuestion(IReadOnlyList<string> main, IReadOnlyDictionary<string, string> tags, Condition? showIf)
    {
        var (text, hint, section) = (Text.Shortened(MaxText), Hint.Shortened(MaxHint), Source.Group.Title.Shortened(MaxSection));
        var choices = Choices.Select(c => c with { Text = c.Text.Shortened(MaxLabel) }).ToList();
        var items = Items.Select(i => i with { Text = i.Text.Shortened(MaxItem) }).ToList();
        return new Question
        {
            Key = Key,
            Kind = Kind,
            Section = section.In(main) is { Length: > 0 } caption ? caption : Source.Code,
            Text = Given(text.In(main), Source.Code, Key),
            Hint = hint.In(main) is { Length: > 0 } help ? help : null,
            Required = Required,
            MaxChoices = MaxChoices,
            Choices = [.. choices.Select(c => new Choice(c.Key, Given(c.Text.In(main), c.Key)))],
            Items = [.. items.Select(i => new BatteryItem(i.Key, Given(i.Text.In(main), i.Key)))],
            Lowest = Lowest,
            Highest = Highest,
            Decimals = Decimals,
            Unit = Unit,
            ShowIf = showIf,
            Languages = tags.ToDictionary(
                t => t.Value,
                t => new QuestionWords(text.Find(t.Key), section.Find(t.Key), hint.Find(t.Key), In(choices, t.Key), In(items, t.Key)),
                StringComparer.Ordinal),
        };
    }

    private static Dictionary<string, string> In(IEnumerable<DraftPart> parts, string language) => parts
        .Select(p => (p.Key, Text: p.Text.Find(language)))
        .Where(p => p.Text is not null)
        .ToDictionary(p => p.Key, p => p.Text!, StringComparer.Ordinal);

    private static string Given(params string[] texts) => Array.Find(texts, t => !string.IsNullOrWhiteSpace(t)) ?? "?";
}
