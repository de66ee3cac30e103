using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Persistence;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The demo's users' survey: everyone with home care was asked, five units, counted and public.</summary>
internal sealed class HomeCareStep(AppDbContext db, BallotFilling filling) : ISeedStep
{
    private const int Seed = 563;
    private const int Opened = -75;
    internal const int Closed = -45;

    public static IReadOnlyList<string> Ages { get; } = ["65–74 år", "75–84 år", "85 år och äldre"];

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var (content, answers) = Play();
        var units = content.Units!.Select(u => new ServiceUnit(content.Service!, u.Slug, u.Name, u.Form, u.Contact)).ToList();
        var programme = new Programme("hemtjanst", "Brukarundersökning om hemtjänsten");
        var survey = Build(context, content, programme);
        var questionnaire = new Questionnaire(survey.Id);
        TorgetStep.Must(survey.Ask(questionnaire, content.Questions, content.Experience));
        Publish(context, survey, questionnaire, "Vård- och omsorgsnämnden");
        db.AddRange(units);
        db.AddRange(programme, survey, questionnaire);
        db.AddRange(content.Historic!.Select(h => new HistoricFigure(
            programme.Id, h.Indicator, h.Place, h.Edition, h.Share, h.Answers, h.Wording ?? "Byter, stannar, säger till enligt 2022 års frågor", h.Source, SampleDesign.TotalSurvey)));
        db.AddRange(content.Units!.Zip(units).Where(u => u.First.Comment is not null)
            .Select(u => UnitComment.Write(survey.Id, u.Second.Id, u.First.Comment!, Day(context, Closed + 8)).Value!));
        await db.SaveChangesAsync(cancellationToken);

        await filling.FillAsync(survey.Id, survey.Times!.AnswersOpenAt, survey.Times.ClosesAt, Closed - Opened, answers, cancellationToken);
        await filling.SealAsync(survey.Id, survey.Times.ClosesAt, cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>The same answers each time.</summary>
    internal static (SurveyContent Content, IReadOnlyList<SimulatedAnswer> Answers) Play()
    {
        var content = ExempelbyContent.Read<SurveyContent>("hemtjanst.json");
        return (content, new SimulatedUsers(content, Seed).Make());
    }

    internal static void Publish(SeedContext context, Survey survey, Questionnaire questionnaire, string committee)
    {
        TorgetStep.Must(survey.SendForReview(context.Staff["Maria Demolund"], questionnaire));
        TorgetStep.Must(survey.Approve(context.Staff["Nils Mallqvist"], questionnaire, committee, survey.Times!.AnswersOpenAt.AddDays(-2)));
    }

    internal static DateTimeOffset Day(SeedContext context, int day, int hour = 8, int minute = 0) =>
        context.Scenario.At(context.Now, context.Scenario.Day + day, hour, minute);

    private static Survey Build(SeedContext context, SurveyContent content, Programme programme)
    {
        var survey = new Survey(content.Slug, content.Title, context.Staff["Maria Demolund"], Day(context, Opened - 20));
        TorgetStep.Must(survey.WriteTexts(content.Title, content.ShortTitle, content.Why, content.EasySwedish, content.Service!));
        TorgetStep.Must(survey.SetCommittee(context.Committees["VON"], content.ContactName, content.ContactPhone));
        var invited = content.Units!.Sum(u => u.Invited);
        TorgetStep.Must(survey.SetWho(
            content.Eligibility, AssuranceLevel.LetterCode, AnswerMode.Confidential, highProtection: false, SampleDesign.TotalSurvey, invited, invited));
        TorgetStep.Must(survey.SetChannels(content.OtherWays, content.PrivacyText));
        TorgetStep.Must(survey.SetProgramme(programme.Id, content.Edition));
        TorgetStep.Must(survey.Declare(
        [
            new BreakdownVariable(
                "unit", "Enhet", BreakdownSource.Background, [.. content.Units!.Select(u => new BreakdownCategory(u.Slug, u.Name, u.Invited))], Ordered: false),
            new BreakdownVariable("age", "Ålder", BreakdownSource.Background, [.. Ages.Select(a => new BreakdownCategory(a, a))], Ordered: true),
            new BreakdownVariable(
                "door", "Svarssätt", BreakdownSource.Door, [new("2", "Kod på webben"), new("4", "Papper"), new("5", "Telefon")], Ordered: false),
        ]));
        TorgetStep.Must(survey.SetTimes(new SurveyTimes(
            Day(context, Opened), Day(context, Closed, 23, 59), Day(context, Closed + 10), context.Now.SwedishDate().AddDays(30))));
        return survey;
    }
}
