using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Surveys;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>What the demo's survey files hold.</summary>
internal sealed record SurveyContent(
    string Slug, string Title, string ShortTitle, string? Service, string Edition, string Why, string EasySwedish, string Eligibility,
    string OtherWays, string PrivacyText, string ContactName, string ContactPhone, IReadOnlyList<string>? Languages, Condition? Experience,
    IReadOnlyList<Question> Questions, IReadOnlyList<UnitContent>? Units, int Wrote,
    IReadOnlyList<HistoricContent>? Historic);

/// <param name="Groups">Persons by group of exit, voice and loyalty, in the order of <c>LoopGroup</c>.</param>
/// <param name="Told">Persons who have told somebody.</param>
/// <param name="Positive">Whole percent with a positive answer, by statement of the battery.</param>
internal sealed record UnitContent(
    string Slug, string Name, UnitForm Form, string Contact, int Invited, int Answers, IReadOnlyList<int> Groups, int Told, int GotAnswer,
    int Changed, IReadOnlyList<int> Positive, string Area, string? Comment);

internal sealed record HistoricContent(string Indicator, string Edition, string Place, double Share, int Answers, string Source, string? Wording = null);
