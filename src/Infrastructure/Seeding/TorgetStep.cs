using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Persistence;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The demo rådslag, built and published the way officers do it, by the same domain methods.</summary>
internal sealed class TorgetStep(AppDbContext db) : ISeedStep
{
    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var content = ExempelbyContent.Read<TorgetContent>("torget.json");
        var builtAt = context.Scenario.At(context.Now, -20, 10);
        var consultation = new Consultation(content.Slug, content.Title, context.Staff["Maria Demolund"], builtAt);
        Write(consultation, content, context);
        AddOptions(consultation, content);
        var questionnaire = new Questionnaire(consultation.Id);
        questionnaire.Ask(content.Questions);
        Must(consultation.SendForReview(context.Staff["Maria Demolund"], questionnaire));
        Must(consultation.Approve(context.Staff["Nils Mallqvist"], questionnaire, "Samhällsbyggnadsnämnden", context.Scenario.At(context.Now, -3, 14)));
        db.Add(consultation);
        db.Add(questionnaire);
        await db.SaveChangesAsync(cancellationToken);
        context.ConsultationId = consultation.Id;
    }

    private static void Write(Consultation consultation, TorgetContent content, SeedContext context)
    {
        var (scenario, now) = (context.Scenario, context.Now);
        Must(consultation.WriteTexts(content.Title, content.ShortTitle, content.Summary, content.Background, content.EasySwedish));
        Must(consultation.SetInfluence(InfluenceLevel.Consult, content.CanInfluence, content.AlreadyDecided));
        Must(consultation.SetCommittee(context.Committees["SBN"], content.ContactName, content.ContactPhone));
        Must(consultation.SetEligibility(content.Eligibility, content.EligibleCount, AssuranceLevel.Email, AnswerMode.Confidential, highProtection: false));
        Must(consultation.SetChannels(content.OtherWays, content.PrivacyText));
        Must(consultation.SetModerators(context.Staff["Maria Demolund"], context.Staff["Nils Mallqvist"]));
        Must(consultation.SetAspects(content.Aspects, cardAspects: 3));
        Must(consultation.SetSchedule(new Schedule(
            scenario.At(now, 0, 8), scenario.At(now, Scenario.AnswersOpen, 8), scenario.At(now, Scenario.Closes, 23, 59),
            scenario.At(now, Scenario.Results, 8), scenario.Date(now, Scenario.Promised))));
        Must(consultation.Tick(PublishCheck.TestedOnPhone, done: true));
        Must(consultation.Tick(PublishCheck.TestedWithoutScript, done: true));
    }

    private void AddOptions(Consultation consultation, TorgetContent content)
    {
        foreach (var written in content.Options)
        {
            var option = consultation.AddOption().Value!;
            Must(consultation.DescribeOption(option.Id, new OptionText(
                written.Name, written.Idea, written.Description, written.Hint, written.PictureText, written.Aspects)));
            var picture = Drawing(written.Picture);
            var dark = Drawing($"{written.Picture}-mork");
            picture.SetDark(dark.Id);
            db.AddRange(picture, dark);
            Must(consultation.SetOptionPicture(option.Id, picture.Id));
        }
    }

    private static Picture Drawing(string name) =>
        new(ExempelbyContent.ReadBytes($"{name}.svg"), "image/svg+xml", 1104, 828);

    /// <summary>The demo's own content breaks no rule; if it does, the seeding is wrong and must stop.</summary>
    internal static T Must<T>(Result<T> result)
        where T : notnull =>
        result.IsSuccess ? result.Value : throw new InvalidOperationException($"The demo content breaks a rule: {result.Error}");
}
