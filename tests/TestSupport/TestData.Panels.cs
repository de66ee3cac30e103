using Medborgardialog.Application.Panels;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Domain.Panels;
using Medborgardialog.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.TestSupport;

public sealed partial class TestData
{
    public static readonly PanelStratum Ages = new("age", "Ålder", "", [new("13–15", 800), new("16–17", 550), new("18–20", 800)], "Påhittad befolkning, demo");

    public static readonly PanelStratum Areas = new("area", "Område", "Var bor du?", [new("Centrum", 1000), new("Norrstrand", 700), new("Byarna", 450)], "Påhittad befolkning, demo");

    /// <summary>Of a youth panel, 13 to 20 years, that anybody may join.</summary>
    public static PanelSettings PanelSettings(
        string name = "Ungdomspanelen", int? seats = null, Recruitment recruitment = Recruitment.Open, int youngest = 13, int? oldest = 20, int guardianBelow = 13,
        int perQuarter = 2) => new(
        name, "Du svarar på frågor och kommunen lyssnar.", "Fyra gånger om året", 15, "Alla mellan 13 och 20 år", youngest, oldest, guardianBelow, recruitment,
        "Alla som vill får vara med.", seats, 24, perQuarter, ["Du kan lämna panelen när du vill.", "Ingen ser vad just du svarar."],
        ["Ledamot i en nämnd"], [Ages, Areas], "Maria Demolund", "0980-319 200", "vardagar 8–17", ["BRIS https://www.bris.se"]);

    /// <summary>An open panel in the database.</summary>
    public async Task<Panel> PanelAsync(PanelSettings? settings = null, PanelKind kind = PanelKind.Youth, string slug = "ungdomspanelen")
    {
        var committee = new Committee($"{slug}-namnden", $"Nämnden för {slug}", "KFN");
        var programme = new Programme(slug, slug);
        var panel = new Panel(slug, kind, committee.Id, programme.Id, Guid.CreateVersion7(), Now);
        if (panel.Write(settings ?? PanelSettings()) is { IsSuccess: false } wrong)
        {
            throw new InvalidOperationException(wrong.Error.Code);
        }

        panel.Turn(PanelState.Open);
        Db.AddRange(committee, programme, panel);
        await Db.SaveChangesAsync();
        return panel;
    }

    /// <summary>Residents in the database, each with an address of their own.</summary>
    public async Task<IReadOnlyList<Resident>> ResidentsAsync(int count)
    {
        var residents = Enumerable.Range(0, count).Select(_ => new Resident($"{Guid.CreateVersion7():N}@exempel.se", Now)).ToList();
        Db.AddRange(residents);
        await Db.SaveChangesAsync();
        return residents;
    }

    /// <summary>What somebody tells on the way in.</summary>
    public static JoinRequest Asking(Panel panel, string? name = null, int age = 14, bool drawn = false) => new(
        age, name ?? Alias.Offer(1, new HashSet<string>())[0], new Dictionary<string, string> { ["area"] = "Centrum" }, drawn, HasExcludedRole: false, panel.ConsentVersion);

    /// <summary>Members since today.</summary>
    public async Task<IReadOnlyList<Membership>> MembersAsync(Panel panel, int count, int age = 14)
    {
        var residents = await ResidentsAsync(count);
        var taken = new HashSet<string>();
        var members = residents.Select(r =>
        {
            var name = Alias.Offer(1, taken)[0];
            taken.Add(name);
            return Membership.Ask(panel, r.Id, Asking(panel, name, age), 0, null, DateOnly.FromDateTime(Now.UtcDateTime), Now).Value!;
        }).ToList();
        Db.AddRange(members);
        await Db.SaveChangesAsync();
        return members;
    }

    /// <summary>The panel's own committee has asked for the week that a day lies in.</summary>
    public async Task<SlotBooking> SlotAsync(Panel panel, DateOnly day, Guid? wave = null)
    {
        var booking = SlotBooking.Ask(panel.Id, new SlotWish(panel.CommitteeId, SlotBooking.MondayOf(day), wave, "Omgången", SlotPriority.Planned), "Maria Demolund", Now).Value!;
        Db.Add(booking);
        await Db.SaveChangesAsync();
        return booking;
    }

    /// <summary>A wave that is open since an hour, with its members on the list.</summary>
    public async Task<(PanelWave Wave, Survey Survey)> WaveAsync(Panel panel, int number, IReadOnlyList<Question>? questions = null, bool sensitive = false)
    {
        var (wave, survey, questionnaire, committee) = await DraftedWaveAsync(panel, number, questions ?? YouthQuestions, sensitive);
        var invited = await services.GetRequiredService<WaveMembers>().AskAllAsync(panel, wave, DateOnly.FromDateTime(Now.UtcDateTime), Guid.CreateVersion7(), default);
        survey.Invite(Math.Max(1, invited));
        if (survey.Approve(Guid.CreateVersion7(), questionnaire, committee.Name, Now.AddDays(-1)) is { IsSuccess: false } refused)
        {
            throw new InvalidOperationException($"The test data breaks a rule: {refused.Error}");
        }

        await Db.SaveChangesAsync();
        return (wave, survey);
    }

    /// <summary>A wave that somebody has asked another to approve; it would be open since an hour.</summary>
    public async Task<(PanelWave Wave, Survey Survey)> ReviewedWaveAsync(Panel panel, int number)
    {
        var (wave, survey, _, _) = await DraftedWaveAsync(panel, number, YouthQuestions, sensitive: false);
        await Db.SaveChangesAsync();
        return (wave, survey);
    }

    private async Task<(PanelWave Wave, Survey Survey, Questionnaire Questionnaire, Committee Committee)> DraftedWaveAsync(
        Panel panel, int number, IReadOnlyList<Question> questions, bool sensitive)
    {
        var committee = await Db.Set<Committee>().SingleAsync(c => c.Id == panel.CommitteeId);
        var survey = new Survey($"{panel.Slug}-{number}", $"Buss och trygghet {number}", Guid.CreateVersion7(), Now.AddDays(-20));
        services.GetRequiredService<WaveForm>().Fill(panel, survey, number, committee);
        survey.WriteTexts(survey.Title, "", "Vi vill veta hur du kommer hem.", "", "");
        survey.SetTimes(new SurveyTimes(Now.AddHours(-1), Now.AddDays(10), Now.AddDays(11), DateOnly.FromDateTime(Now.Date.AddDays(60))));
        var questionnaire = new Questionnaire(survey.Id);
        if (survey.Ask(questionnaire, questions, null) is { IsSuccess: false } refused)
        {
            throw new InvalidOperationException($"The test data breaks a rule: {refused.Error}");
        }

        survey.SendForReview(Guid.CreateVersion7(), questionnaire);
        var wave = new PanelWave(panel.Id, survey.Id, number, sensitive);
        Db.AddRange(survey, questionnaire, wave);
        return (wave, survey, questionnaire, committee);
    }

    /// <summary>Three questions for the young.</summary>
    public static readonly IReadOnlyList<Question> YouthQuestions =
    [
        new()
        {
            Key = "trygg", Kind = QuestionKind.Single, Section = "Trygg", Text = "Hur trygg känner du dig på kvällen?", Headline = true, Indicator = "trygg",
            Choices = [new("ja", "Trygg", Positive: true), new("nej", "Otrygg"), new("vetinte", "Vill inte svara", OutsideBase: true)],
        },
        new()
        {
            Key = "hem", Kind = QuestionKind.Single, Section = "Hem", Text = "Hur kommer du hem?", Choices = [new("buss", "Buss"), new("gar", "Går")],
        },
        new() { Key = "mer", Kind = QuestionKind.LongText, Section = "Mer", Text = "Vill du säga något mer?" },
    ];
}
