using System.Text.Json;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Panels;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The demo's panels, from <c>Exempelby/ungdom.json</c>.</summary>
/// <param name="Counts">Answers to each question of the latest youth wave: choice and persons.</param>
/// <param name="Ages">Those who answered it, by age group; <paramref name="Gender"/> by gender.</param>
/// <param name="Left">Members who left between the second and the third wave.</param>
internal sealed record PanelContent(
    string Slug, string Committee, PanelSettings Settings, IReadOnlyList<WaveContent> Waves, IReadOnlyList<Question> Questions,
    Dictionary<string, List<List<JsonElement>>> Counts, IReadOnlyList<string> Texts, List<List<JsonElement>> Ages,
    List<List<JsonElement>> Gender, int Left, IReadOnlyList<TopicContent> Topics, IReadOnlyList<string> Aliases, string AdultSlug, string AdultCommittee,
    PanelSettings Adult, int AdultMembers, IReadOnlyList<Question> AdultQuestions, IReadOnlyList<WaveContent> AdultWaves,
    Dictionary<string, List<List<JsonElement>>> AdultCounts, List<List<JsonElement>> AdultAges)
{
    /// <summary>As many of each as there are persons.</summary>
    public static string[] Spread(List<List<JsonElement>> counts) =>
        [.. counts.SelectMany(c => Enumerable.Repeat(c[0].GetString()!, c[1].GetInt32()))];
}

/// <param name="Opens">Days from the opening of the demo's rådslag.</param>
/// <param name="Positive">Persons with a positive answer to the first question.</param>
internal sealed record WaveContent(
    int Number, string Slug, string Title, string Why, int Opens, int Days, int Invited, int Answers, bool Sensitive, int Positive,
    string YouSaid, string WeDid, string DidItHelp);

/// <param name="Posts">Name (empty for the municipality), text and, for ideas, the step.</param>
internal sealed record TopicContent(string Title, bool Ideas, IReadOnlyList<List<JsonElement>> Posts, IReadOnlyList<List<JsonElement>> Waiting);
