using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;

namespace Medborgardialog.Domain.Tests;

/// <summary>A complete rådslag, published by two people; its talk opens at <see cref="Opens"/>.</summary>
internal static class TestConsultation
{
    public static readonly DateTimeOffset Opens = new(2026, 5, 4, 6, 0, 0, TimeSpan.Zero);

    public static readonly Schedule Times = new(
        Opens, Opens.AddDays(14), Opens.AddDays(41), Opens.AddDays(44), new DateOnly(2026, 9, 30));

    public static Questionnaire Questions(Guid id)
    {
        var questionnaire = new Questionnaire(id);
        questionnaire.Ask(
        [
            new Question
            {
                Key = "val", Kind = QuestionKind.Single, Section = "Ditt val", Text = "Vilket förslag?", Required = true, Headline = true,
                Choices = [new("a", "A"), new("b", "B"), new("vetinte", "Vet inte", OutsideBase: true)],
            },
            new Question
            {
                Key = "viktigt", Kind = QuestionKind.Multiple, Section = "Viktigast", Text = "Vad är viktigast?", MaxChoices = 2,
                Choices = [new("trad", "Träd"), new("lek", "Lek"), new("bank", "Bänkar")],
            },
            new Question { Key = "mer", Kind = QuestionKind.ShortText, Section = "Mer", Text = "Något mer?" },
        ]);
        return questionnaire;
    }

    public static Consultation Draft()
    {
        var consultation = new Consultation("torget", "Hur ska torget användas?", Guid.CreateVersion7(), Opens.AddDays(-20));
        consultation.WriteTexts("Hur ska torget användas?", "Torget", "Välj mellan två förslag.", "Rören byts.", "Torget byggs om.");
        consultation.SetInfluence(InfluenceLevel.Consult, ["valet"], ["rören"]);
        consultation.SetCommittee(Guid.CreateVersion7(), "Lena Provberg", "0980-319 200");
        consultation.SetEligibility("Folkbokförda från 16 år", 20_000, AssuranceLevel.Email, AnswerMode.Confidential, highProtection: false);
        consultation.SetChannels("Papper på biblioteket.", "Vi räknar svaren.");
        consultation.SetModerators(Guid.CreateVersion7(), Guid.CreateVersion7());
        consultation.SetAspects(["Kostnad"], 1);
        foreach (var name in new[] { "Bilfritt", "Grönt" })
        {
            var option = consultation.AddOption().Value!;
            consultation.DescribeOption(option.Id, new OptionText(name, $"Idén med {name}", "", "", "", ["17 mkr"]));
        }

        consultation.SetSchedule(Times);
        consultation.Tick(PublishCheck.TestedOnPhone, done: true);
        consultation.Tick(PublishCheck.TestedWithoutScript, done: true);
        return consultation;
    }

    public static Consultation Published()
    {
        var consultation = Draft();
        var questionnaire = Questions(consultation.Id);
        consultation.SendForReview(Guid.CreateVersion7(), questionnaire);
        var approved = consultation.Approve(Guid.CreateVersion7(), questionnaire, "Samhällsbyggnadsnämnden", Opens.AddDays(-1));
        return approved.IsSuccess ? consultation : throw new InvalidOperationException(approved.Error.Code);
    }
}
