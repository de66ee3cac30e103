using Medborgardialog.Domain.Themes;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>What the users of home care wrote in the demo, and what it is about.</summary>
/// <param name="Fillers">Words for the gaps of the phrases, by the name of the gap.</param>
/// <param name="Without">Texts about none of the themes.</param>
/// <param name="Quotes">Numbers of texts by key of the theme.</param>
internal sealed record ThemesContent(
    IReadOnlyList<ThemeContent> Themes, IReadOnlyList<SampleText> Samples, IReadOnlyDictionary<string, PhraseContent> Phrases,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Fillers, IReadOnlyList<string> Without, IReadOnlyDictionary<string, IReadOnlyList<int>> Quotes);

/// <param name="People">How many the theme shall have.</param>
internal sealed record ThemeContent(string Key, string Name, int People, string Goal, string Description, string Wants);

/// <summary>A text with the number and the unit that it has in the demo.</summary>
internal sealed record SampleText(int Number, string Unit, string Text, IReadOnlyDictionary<string, Stance> Marks);

/// <param name="Opposed">How many of the invented texts are against.</param>
internal sealed record PhraseContent(IReadOnlyList<string> For, IReadOnlyList<string> Against, int Opposed);

/// <param name="Number">0 where it is drawn.</param>
/// <param name="Unit">Of the person who writes it; null for anybody.</param>
internal sealed record SimulatedText(string Text, IReadOnlyDictionary<string, Stance> Marks, int Number = 0, string? Unit = null);
