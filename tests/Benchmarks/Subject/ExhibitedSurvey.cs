using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Persistence;

namespace Medborgardialog.Benchmarks.Subject;

/// <summary>A published survey by letter code, with ten questions of five choices, whose rows may be exported.</summary>
internal static class ExhibitedSurvey
{
    public const string Slug = "matning";

    public static async Task<Survey> FillAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        var committee = new Committee("omsorgsnamnden", "Omsorgsnämnden", "ON");
        var survey = new Survey(Slug, "Hur är hemtjänsten?", Guid.CreateVersion7(), now.AddDays(-20));
        survey.WriteTexts("Hur är hemtjänsten?", "Hemtjänst", "Nämnden vill veta.", "", "Hemtjänst");
        survey.SetCommittee(committee.Id, "Lena Provberg", "0000-00 00 00");
        survey.SetWho("Alla med hemtjänst", AssuranceLevel.LetterCode, AnswerMode.Confidential, highProtection: false, SampleDesign.TotalSurvey, 200_000, null);
        survey.SetChannels("Ring så skriver vi.", "Vi räknar svaren.");
        survey.SetTimes(new SurveyTimes(now.AddDays(-1), now.AddDays(1), now.AddDays(2), now.AddDays(30).SwedishDate()));
        survey.SetRowExport(allowed: true);
        var questionnaire = new Questionnaire(survey.Id);
        survey.Ask(questionnaire, [.. Questions()], experience: null);
        survey.SendForReview(Guid.CreateVersion7(), questionnaire);
        var approved = survey.Approve(Guid.CreateVersion7(), questionnaire, committee.Name, now.AddDays(-2));
        if (!approved.IsSuccess)
        {
            throw new InvalidOperationException($"The survey breaks a rule: {approved.Error}");
        }

        db.AddRange(committee, survey, questionnaire);
        await db.SaveChangesAsync();
        return survey;
    }

    private static IEnumerable<Question> Questions() => Enumerable.Range(1, 10).Select(i => new Question
    {
        Key = $"q{i}", Kind = QuestionKind.Single, Section = $"Del {i}", Text = $"Hur viktigt är förslag {i} för dig?",
        Choices = [.. Enumerable.Range(1, 5).Select(c => new Choice($"a{c}", $"Alternativ {c}"))],
    });
}
