using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Medborgardialog.TestSupport;

/// <summary>Makes what a test needs, with sensible values for what it does not care about.</summary>
public sealed partial class TestData(IServiceProvider services)
{
    public static readonly IReadOnlyList<Question> Questions =
    [
        new()
        {
            Key = "val", Kind = QuestionKind.Single, Section = "Ditt val", Text = "Vilket förslag?", Required = true, Headline = true,
            Choices = [new("a", "A"), new("b", "B"), new("inget", "Inget"), new("vetinte", "Vet inte", OutsideBase: true)],
        },
        new()
        {
            Key = "viktigt", Kind = QuestionKind.Multiple, Section = "Viktigast", Text = "Vad är viktigast?", MaxChoices = 2,
            Choices = [new("trad", "Träd"), new("lek", "Lek"), new("bank", "Bänkar")],
        },
        new() { Key = "mer", Kind = QuestionKind.LongText, Section = "Något mer?", Text = "Något mer?" },
    ];

    private AppDbContext Db => services.GetRequiredService<AppDbContext>();

    /// <summary>A complete draft that could be published.</summary>
    public static Consultation Draft(Guid committeeId, Schedule schedule, AnswerMode mode = AnswerMode.Confidential, string slug = "torget")
    {
        var consultation = new Consultation(slug, "Hur ska torget användas?", Guid.CreateVersion7(), schedule.TalkOpensAt.AddDays(-20));
        consultation.WriteTexts("Hur ska torget användas?", "Torget", "Välj mellan två förslag.", "Rören byts.", "Torget ska byggas om.");
        consultation.SetInfluence(InfluenceLevel.Consult, ["valet"], ["rören"]);
        consultation.SetCommittee(committeeId, "Lena Provberg", "0980-319 200");
        consultation.SetEligibility("Folkbokförda från 16 år", 20_000, AssuranceLevel.Email, mode, highProtection: false);
        consultation.SetChannels("Papper på biblioteket.", "Vi räknar svaren.");
        consultation.SetModerators(Guid.CreateVersion7(), Guid.CreateVersion7());
        consultation.SetAspects(["Kostnad", "Träd"], 2);
        foreach (var name in new[] { "Bilfritt", "Grönt" })
        {
            var option = consultation.AddOption().Value!;
            consultation.DescribeOption(option.Id, new OptionText(name, $"Idén med {name}", "", "", "", ["17 mkr", "40"]));
        }

        consultation.SetSchedule(schedule);
        consultation.Tick(PublishCheck.TestedOnPhone, done: true);
        consultation.Tick(PublishCheck.TestedWithoutScript, done: true);
        return consultation;
    }

    /// <summary>Talk since two days, answers since one day, closing in one day, by the present clock.</summary>
    public static Schedule OpenNow(DateTimeOffset now) => new(
        now.AddDays(-2), now.AddDays(-1), now.AddDays(1), now.AddDays(2), now.AddDays(30).SwedishDate());

    /// <summary>A published rådslag in the database.</summary>
    public async Task<Consultation> ConsultationAsync(
        AnswerMode mode = AnswerMode.Confidential, Schedule? schedule = null, string slug = "torget")
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var committee = new Committee($"namnd-{slug}", "Samhällsbyggnadsnämnden", "SBN");
        var consultation = Draft(committee.Id, schedule ?? OpenNow(now), mode, slug);
        var questionnaire = new Questionnaire(consultation.Id);
        questionnaire.Ask(Questions);
        consultation.SendForReview(Guid.CreateVersion7(), questionnaire);
        var approved = consultation.Approve(
            Guid.CreateVersion7(), questionnaire, committee.Name, consultation.Schedule!.TalkOpensAt.AddDays(-1));
        if (!approved.IsSuccess)
        {
            throw new InvalidOperationException($"The test data breaks a rule: {approved.Error}");
        }

        Db.AddRange(committee, consultation, questionnaire);
        await Db.SaveChangesAsync();
        return consultation;
    }

    /// <summary>Moves the closing instant by the database's clock, the only clock that decides.</summary>
    /// <param name="fromNow">Negative: it has closed.</param>
    public Task MoveClosingAsync(Guid consultationId, TimeSpan fromNow) =>
        Db.Database.ExecuteSqlAsync($"UPDATE consultation SET closes_at = clock_timestamp() + {fromNow} WHERE id = {consultationId}");
}
