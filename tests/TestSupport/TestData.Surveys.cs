using Medborgardialog.Application.Ballots;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Frames;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    /// <summary>One question of each way to stand with it: with choices outside the base, routed, typed, ranked and written.</summary>
    public static readonly IReadOnlyList<Question> SurveyQuestions =
    [
        new()
        {
            Key = "nojd", Kind = QuestionKind.Scale, Section = "Nöjd", Text = "Hur nöjd är du?", Headline = true,
            Choices = [new("1", "Inte"), new("2", "Sådär"), new("3", "Mycket", Positive: true), new("vetinte", "Vet inte", OutsideBase: true), new("ingen", "Ingen erfarenhet", NoExperience: true)],
        },
        new()
        {
            Key = "sagt", Kind = QuestionKind.YesNo, Section = "Sagt till", Text = "Har du sagt till?",
            Choices = [new("ja", "Ja", Positive: true), new("nej", "Nej")],
        },
        new()
        {
            Key = "svar", Kind = QuestionKind.YesNo, Section = "Svar", Text = "Fick du svar?", ShowIf = new ChoiceIs("sagt", ["ja"]),
            Choices = [new("ja", "Ja", Positive: true), new("nej", "Nej")],
        },
        new() { Key = "antal", Kind = QuestionKind.Number, Section = "Antal", Text = "Hur många gånger?", Lowest = 0, Highest = 100 },
        new()
        {
            Key = "ordning", Kind = QuestionKind.Ranking, Section = "Ordning", Text = "Vad är viktigast?", MaxChoices = 2,
            Choices = [new("a", "A"), new("b", "B"), new("c", "C")],
        },
        new() { Key = "mer", Kind = QuestionKind.LongText, Section = "Mer", Text = "Något mer?" },
    ];

    /// <summary>Two units, known by the list that codes belong to.</summary>
    public static readonly BreakdownVariable Units = new(
        "unit", "Enhet", BreakdownSource.Background, [new("norr", "Hemtjänst Norr", 200), new("soder", "Hemtjänst Söder", 200)], Ordered: false);

    /// <summary>The questions of everyone, and after them what one unit asks: with choices, by a number and in words.</summary>
    public static readonly IReadOnlyList<Question> WithAddOns =
    [
        .. SurveyQuestions,
        new()
        {
            Key = "maten", Kind = QuestionKind.Single, Section = "Maten", Text = "Hur smakar maten från Norrs kök?", AskedOf = ["norr"], Required = true,
            Choices = [new("bra", "Bra", Positive: true), new("daligt", "Dåligt"), new("vetinte", "Vet inte", OutsideBase: true)],
        },
        new() { Key = "portioner", Kind = QuestionKind.Number, Section = "Portioner", Text = "Hur många portioner i veckan?", Lowest = 0, Highest = 21, AskedOf = ["norr"] },
        new() { Key = "onskan", Kind = QuestionKind.LongText, Section = "Önskan", Text = "Vilken rätt saknar du?", AskedOf = ["norr"] },
    ];

    /// <summary>
    /// A survey with <see cref="WithAddOns"/> that sixty users of one unit, thirty of the other and one whose unit is not known have answered: the box is sealed and
    /// the result public. Of the first unit 36 of 60 like the food, their portions are 3 to 5 and 48 wrote.
    /// </summary>
    public async Task<Survey> AnsweredAddOnsAsync(AnswerMode mode = AnswerMode.Confidential, BreakdownVariable? units = null, string slug = "hemtjanst")
    {
        var survey = await SurveyAsync(mode, slug: slug, questions: WithAddOns, breakdowns: [units ?? Units], rowExport: true);
        var box = services.GetRequiredService<IBallotBox>();
        var definition = await services.GetRequiredService<IAnswerDefinitions>().FindAsync(new DialogueSlug(DialogueKind.Survey, slug), CancellationToken.None);
        for (var i = 0; i < 91; i++)
        {
            var sheet = new AnswerSheet();
            sheet.Set("nojd", new Answer([i % 3 == 0 ? "1" : "3"], ""));
            sheet.Set("sagt", new Answer([i % 2 == 0 ? "ja" : "nej"], ""));
            sheet.Set("mer", new Answer([], "Hej"));
            sheet.Set("maten", new Answer([i % 5 < 3 ? "bra" : "daligt"], ""));
            sheet.Set("portioner", new Answer([], FormattableString.Invariant($"{3 + (i % 3)}")));
            sheet.Set("onskan", i % 5 == 0 ? Answer.Empty : new Answer([], "Palt"));
            var stored = definition!.Questionnaire.Route.For(i < 60 ? "norr" : i < 90 ? "soder" : null).Check(sheet).Sheet;
            await box.CastAsync(
                new Cast(
                    survey.Id, RandomId.New(), RandomId.Bytes(32), RandomId.Bytes(32), stored.ToJson(), stored.ChoicesToJson(), Convert.ToHexString(RandomId.Bytes(16)),
                    DraftId: null, AnswerDoor.LetterCode),
                CancellationToken.None);
        }

        // The list would have told the unit of each; who has answered what a unit asks is of that unit.
        await Db.Database.ExecuteSqlAsync($$"""
            UPDATE ballot SET about = CASE WHEN body ? 'maten' THEN '{"unit":"norr"}'::jsonb ELSE '{"unit":"soder"}'::jsonb END
            WHERE consultation_id = {{survey.Id}} AND id <> (SELECT max(id::text)::uuid FROM ballot WHERE consultation_id = {{survey.Id}} AND NOT body ? 'maten')
            """);
        await Db.Database.ExecuteSqlAsync($"UPDATE survey SET closes_at = clock_timestamp(), results_at = clock_timestamp() - interval '1 hour' WHERE id = {survey.Id}");
        return await box.SealAsync(survey.Id, CancellationToken.None) ? survey : throw new InvalidOperationException("The box was not sealed.");
    }

    /// <summary>A published survey for those with a code, and one of them: in it since the letters went out.</summary>
    public async Task<(Survey Survey, FramePerson Person, LetterCode Code)> SurveyByCodeAsync(
        string slug, AnswerMode mode = AnswerMode.Confidential, IReadOnlyList<BreakdownVariable>? breakdowns = null, IReadOnlyList<Question>? questions = null)
    {
        var survey = await SurveyAsync(mode, slug: slug, breakdowns: breakdowns, questions: questions);
        var frame = new Frame(survey.Id, FrameSettings(Now.SwedishDate()), 1, Guid.CreateVersion7(), Now);
        var person = new FramePerson(frame.Id, "16–24", "Centrum", "norr", "sv", new FrameContact("Ärla Påhittad", "Exempelgatan 1", "980 01", "Exempelby", "", ""));
        var code = LetterCode.New();
        person.GiveCode(code.Selector, CodeSecret.Make(code.Secret), Now);
        Db.AddRange(frame, person);
        await Db.SaveChangesAsync();
        return (survey, person, code);
    }

    /// <summary>A published survey in the database, open since a day.</summary>
    /// <param name="minimum">With less than a letter code it is open to everyone.</param>
    public async Task<Survey> SurveyAsync(
        AnswerMode mode = AnswerMode.Confidential, AssuranceLevel minimum = AssuranceLevel.LetterCode, string slug = "hemtjanst",
        IReadOnlyList<Question>? questions = null, IReadOnlyList<BreakdownVariable>? breakdowns = null, int? invited = 500,
        bool rowExport = false, IReadOnlyList<string>? languages = null)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var committee = new Committee($"namnd-{slug}", "Omsorgsnämnden", "ON");
        var survey = new Survey(slug, "Hur är hemtjänsten?", Guid.CreateVersion7(), now.AddDays(-20));
        survey.WriteTexts("Hur är hemtjänsten?", "Hemtjänst", "Nämnden vill veta.", "", "Hemtjänst");
        survey.SetCommittee(committee.Id, "Lena Provberg", "0980-319 200");
        var open = minimum < AssuranceLevel.LetterCode;
        survey.SetWho("Alla med hemtjänst", minimum, mode, highProtection: false, open ? SampleDesign.Open : SampleDesign.TotalSurvey, open ? null : invited, null);
        survey.SetChannels("Ring så skriver vi.", "Vi räknar svaren.");
        survey.SetTimes(new SurveyTimes(now.AddDays(-1), now.AddDays(1), now.AddDays(2), now.AddDays(30).SwedishDate()));
        survey.Declare(breakdowns ?? []);
        survey.SetRowExport(rowExport);
        survey.SetLanguages(languages ?? []);
        var questionnaire = new Questionnaire(survey.Id);
        var asked = survey.Ask(questionnaire, questions ?? SurveyQuestions, experience: null);
        survey.SendForReview(Guid.CreateVersion7(), questionnaire);
        var approved = survey.Approve(Guid.CreateVersion7(), questionnaire, committee.Name, now.AddDays(-2));
        if (!asked.IsSuccess || !approved.IsSuccess)
        {
            throw new InvalidOperationException($"The test data breaks a rule: {asked.Error} {approved.Error}");
        }

        Db.AddRange(committee, survey, questionnaire);
        await Db.SaveChangesAsync();
        return survey;
    }
}
