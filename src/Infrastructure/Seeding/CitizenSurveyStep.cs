using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The demo's open citizens' survey: every kind of question, three languages and easy Swedish, open now.</summary>
internal sealed class CitizenSurveyStep(AppDbContext db) : ISeedStep
{
    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var content = ExempelbyContent.Read<SurveyContent>("medborgarenkat.json");
        var pictures = await db.Set<Option>().Where(o => o.ConsultationId == context.ConsultationId)
            .ToDictionaryAsync(o => o.Letter.ToLowerInvariant(), o => o.PictureId, StringComparer.Ordinal, cancellationToken);
        var survey = new Survey(content.Slug, content.Title, context.Staff["Maria Demolund"], HomeCareStep.Day(context, -30));
        TorgetStep.Must(survey.WriteTexts(content.Title, content.ShortTitle, content.Why, content.EasySwedish, ""));
        TorgetStep.Must(survey.SetCommittee(context.Committees["KFN"], content.ContactName, content.ContactPhone));
        TorgetStep.Must(survey.SetWho(
            content.Eligibility, AssuranceLevel.None, AnswerMode.Confidential, highProtection: false, SampleDesign.Open, null, null));
        TorgetStep.Must(survey.SetChannels(content.OtherWays, content.PrivacyText));
        TorgetStep.Must(survey.SetLanguages(content.Languages!));
        var places = content.Questions.First(q => q.Key == "omrade").Choices.Where(c => !c.OutsideBase);
        TorgetStep.Must(survey.Declare(
            [new BreakdownVariable("omrade", "Område", BreakdownSource.Question, [.. places.Select(c => new BreakdownCategory(c.Key, c.Label))], Ordered: false)]));
        TorgetStep.Must(survey.SetTimes(new SurveyTimes(
            HomeCareStep.Day(context, -6), HomeCareStep.Day(context, 24, 23, 59), HomeCareStep.Day(context, 30), context.Now.SwedishDate().AddDays(75))));
        var questionnaire = new Questionnaire(survey.Id);
        TorgetStep.Must(survey.Ask(questionnaire, [.. content.Questions.Select(Drawn)], content.Experience));
        HomeCareStep.Publish(context, survey, questionnaire, "Kultur- och fritidsnämnden");
        db.AddRange(survey, questionnaire);
        await db.SaveChangesAsync(cancellationToken);

        Question Drawn(Question question) => question.Kind != QuestionKind.Image
            ? question
            : question with { Choices = [.. question.Choices.Select(c => c with { PictureId = pictures.GetValueOrDefault(c.Key) })] };
    }
}
