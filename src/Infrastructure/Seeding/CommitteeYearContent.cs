using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The year of the demo's committees, from <c>Exempelby/namndar.json</c>.</summary>
internal sealed record CommitteeYearContent(
    IReadOnlyList<GoalContent> Goals, IReadOnlyList<PlanContent> Plans, LibraryContent Library, IReadOnlyList<WaveAnswerContent> Waves);

/// <param name="Measures">Key of the ledger, and after a bar the service.</param>
/// <param name="Says">What each committee writes, by short name.</param>
internal sealed record GoalContent(
    string Key, string Text, IReadOnlyList<string> Committees, IReadOnlyList<string> Measures, IReadOnlyDictionary<string, string> Says);

/// <param name="Start">Days from today, as are <paramref name="Due"/> and <paramref name="NoteDay"/>.</param>
/// <param name="Survey">Beginning of the address of the survey whose report it rests on; null where it rests on words alone.</param>
internal sealed record PlanContent(
    string Committee, string Finding, string Measure, string Responsible, int Start, int Due, string? Survey, string Status, string Note, int NoteDay);

/// <param name="Counts">A choice of each question, and how many made both.</param>
internal sealed record LibraryContent(
    string Slug, string Title, string ShortTitle, string Why, string EasySwedish, string Eligibility, string OtherWays, string PrivacyText, string ContactName,
    string ContactPhone, IReadOnlyList<Question> Questions, IReadOnlyList<IReadOnlyList<System.Text.Json.JsonElement>> Counts);

internal sealed record WaveAnswerContent(string Committee, string Slug, string Secretary, string Chair);
