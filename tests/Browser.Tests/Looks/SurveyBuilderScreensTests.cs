using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Browser.Tests.Looks;

/// <summary>The officers' pages about a survey, as a draft with the questions of a real one and as a published one.</summary>
[Collection(Scenes.Readers)]
public class SurveyBuilderScreensTests(SharedBrowser browser, Scenes scenes)
{
    private const string Officer = "Maria Demolund";
    private const string Draft = "/arbetsyta/enkater/utkast-2028";
    private const string Counted = "/arbetsyta/enkater/hemtjanst-2026";
    private const string Published = "/arbetsyta/enkater/medborgarenkat-2026";

    private static readonly Question Reworded = new()
    {
        Key = "otrygg", Kind = QuestionKind.Scale, Section = "Trygg", Text = "Känner du dig trygg och nöjd där du bor?", Indicator = "trygghet",
        Choices = [new("ja", "Mycket trygg", Positive: true), new("ganska", "Ganska trygg", Positive: true), new("nej", "Otrygg")],
    };

    private static readonly SemaphoreSlim Turn = new(1, 1);

    public static TheoryData<string> Screens =>
    [
        "/arbetsyta/enkater", "/arbetsyta/enkater/ny", Draft, $"{Draft}/bygg/texter", $"{Draft}/bygg/vilka", $"{Draft}/bygg/namnd", $"{Draft}/bygg/tider",
        $"{Draft}/bygg/kanaler", $"{Draft}/bygg/indelningar", $"{Draft}/bygg/fragor", $"{Draft}/bygg/fragor/otrygg", $"{Draft}/bygg/fraga", $"{Draft}/fragebank",
        $"{Draft}/logik", $"{Draft}/logik?fraga=besok", $"{Draft}/testa", $"{Draft}/publicera", Published, $"{Published}/bygg/fragor/besok", $"{Published}/hantera",
        $"{Published}/hantera?gor=Postpone", $"{Published}/utskick", $"{Published}/urval", $"{Published}/registrera", "/arbetsyta/enkater/importera",
        "/arbetsyta/enkater/enheter", "/arbetsyta/enkater/enheter?andra=norr", "/arbetsyta/enkater/program", "/arbetsyta/enkater/program/hemtjanst", $"{Counted}/ordsvar",
        $"{Counted}/kommentarer",
    ];

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_screen_of_the_survey_builder_is_accessible_and_fits(string url)
    {
        var scene = await scenes.GetAsync("svara");
        await MakeDraftAsync(scene);
        var person = await scene.ReaderAsync(browser, Officer);

        var response = await person.GoAsync(url);

        Assert.Equal(200, response!.Status);
        await Look.AssertIsGoodAsync(person, $"enkatbyggare-{url}");
    }

    /// <summary>What some units ask beside the core: chosen, walked through, and told of by unit.</summary>
    [Theory]
    [InlineData("/arbetsyta/enkater/utkast-enheter/bygg/fragor/maten")]
    [InlineData("/arbetsyta/enkater/utkast-enheter/bygg/fragor")]
    [InlineData("/arbetsyta/enkater/utkast-enheter/testa")]
    [InlineData("/enkater/svarad-per-enhet/resultat")]
    public async Task A_screen_about_what_some_units_ask_is_accessible_and_fits(string url)
    {
        var scene = await scenes.GetAsync("svara");
        await MakeAddOnsAsync(scene);
        var person = await scene.ReaderAsync(browser, Officer);

        var response = await person.GoAsync(url);

        Assert.Equal(200, response!.Status);
        await Look.AssertIsGoodAsync(person, $"enkattillagg-{url}");
    }

    private static async Task MakeAddOnsAsync(Scene scene)
    {
        await Turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (await scene.ReadAsync(db => db.Set<Survey>().AnyAsync(s => s.Slug == "utkast-enheter")))
            {
                return;
            }

            var draft = new Survey("utkast-enheter", "Hur är hemtjänsten?", Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
            draft.WriteTexts("Hur är hemtjänsten?", "Hemtjänst 2028", "Nämnden vill veta.", "", "Provtjänst");
            draft.Declare([TestData.Units]);
            draft.Touch(Officer, TimeProvider.System.GetUtcNow());
            var questionnaire = new Questionnaire(draft.Id);
            draft.Ask(questionnaire, TestData.WithAddOns, null);
            await scene.AddAsync(draft, questionnaire);
            await using var scope = scene.Services.CreateAsyncScope();
            await new TestData(scope.ServiceProvider).AnsweredAddOnsAsync(slug: "svarad-per-enhet");

            // The newest survey of a service is the one that its units are compared by, on a page of another test.
            await scene.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE survey SET service = 'Provtjänst' WHERE slug = 'svarad-per-enhet'"));
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>The citizens' survey as a new edition, with a question in other words than before and one in the bank.</summary>
    private static async Task MakeDraftAsync(Scene scene)
    {
        await Turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (await scene.ReadAsync(db => db.Set<Survey>().AnyAsync(s => s.Slug == "utkast-2028")))
            {
                return;
            }

            var now = TimeProvider.System.GetUtcNow();
            var asked = await scene.ReadAsync(db => db.Set<Questionnaire>().AsNoTracking()
                .SingleAsync(q => db.Set<Survey>().Any(s => s.Slug == "medborgarenkat-2026" && s.Id == q.DialogueId)));
            var programme = new Programme("provserie", "Medborgarenkäten");
            var draft = new Survey("utkast-2028", "Hur är det att bo i Exempelby?", Guid.CreateVersion7(), now);
            draft.WriteTexts("Hur är det att bo i Exempelby?", "Medborgarenkät 2028", "", "", "");
            draft.SetProgramme(programme.Id, "2028");
            draft.SetLanguages(["fi", "sv-x-latt"]);
            draft.Touch(Officer, now);
            var questionnaire = new Questionnaire(draft.Id);
            IReadOnlyList<Question> questions = [.. asked.Questions, Reworded];
            draft.Ask(questionnaire, questions, asked.Experience);
            await scene.AddAsync(
                programme, draft, questionnaire, new BankQuestion("otrygg", 1, questions[^1], Officer, now),
                new HistoricFigure(programme.Id, "trygghet", "", "2026", 0.7, 400, "Känner du dig trygg där du bor?", "Medborgarenkät 2026", Domain.Statistics.SampleDesign.ProbabilitySample));
        }
        finally
        {
            Turn.Release();
        }
    }
}
