using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Calendar;
using Medborgardialog.Domain.Evidence.Measures;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Statistics;
using Medborgardialog.Domain.Surveys;
using Medborgardialog.Infrastructure.Persistence;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>The promise of the demo that has been broken: a citizens' survey whose answer is twenty days late, with everyone reminded who should be.</summary>
internal sealed class LibrarySurveyStep(AppDbContext db, BallotFilling filling) : ISeedStep
{
    private const int Opened = -115;
    private const int Closed = -100;
    private const int Promised = -20;
    private const int Morning = 6;

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        var content = ExempelbyContent.Read<CommitteeYearContent>("namndar.json").Library;
        var promised = context.Now.SwedishDate().AddDays(Promised);
        var survey = new Survey(content.Slug, content.Title, context.Staff["Maria Demolund"], HomeCareStep.Day(context, Opened - 20));
        TorgetStep.Must(survey.WriteTexts(content.Title, content.ShortTitle, content.Why, content.EasySwedish, ""));
        TorgetStep.Must(survey.SetCommittee(context.Committees["KFN"], content.ContactName, content.ContactPhone));
        TorgetStep.Must(survey.SetWho(content.Eligibility, AssuranceLevel.None, AnswerMode.Confidential, highProtection: false, SampleDesign.Open, null, null));
        TorgetStep.Must(survey.SetChannels(content.OtherWays, content.PrivacyText));
        TorgetStep.Must(survey.SetTimes(new SurveyTimes(
            HomeCareStep.Day(context, Opened), HomeCareStep.Day(context, Closed, 23, 59), HomeCareStep.Day(context, Closed + 5), promised)));
        var questionnaire = new Questionnaire(survey.Id);
        TorgetStep.Must(survey.Ask(questionnaire, content.Questions, experience: null));
        HomeCareStep.Publish(context, survey, questionnaire, "Kultur- och fritidsnämnden");
        db.AddRange(survey, questionnaire);
        foreach (var (step, kind, told) in new[] { (PromiseStep.RemindEarly, MilestoneKind.RemindedEarly, 2), (PromiseStep.RemindLate, MilestoneKind.RemindedLate, 2), (PromiseStep.Escalate, MilestoneKind.Escalated, 1) })
        {
            var day = MeetingSchedule.Around(promised).Single(d => d.Step == step).Day;
            db.Add(new Milestone(survey.Id, kind, promised, told, new DateTimeOffset(day.ToDateTime(new TimeOnly(Morning, 0)), TimeSpan.Zero)));
        }

        await db.SaveChangesAsync(cancellationToken);
        await filling.FillAsync(survey.Id, survey.Times!.AnswersOpenAt, survey.Times.ClosesAt, Closed - Opened, [.. content.Counts.SelectMany(c => Answers(content, c))], cancellationToken);
        await filling.SealAsync(survey.Id, survey.Times.ClosesAt, cancellationToken);
        db.ChangeTracker.Clear();
    }

    private static IEnumerable<SimulatedAnswer> Answers(LibraryContent content, IReadOnlyList<System.Text.Json.JsonElement> count)
    {
        for (var i = 0; i < count[^1].GetInt32(); i++)
        {
            var sheet = new AnswerSheet();
            foreach (var (question, choice) in content.Questions.Zip(count))
            {
                sheet.Set(question.Key, new Answer([choice.GetString()!], ""));
            }

            yield return new SimulatedAnswer(sheet, sheet, new Dictionary<string, string>()) { Door = AnswerDoor.Open };
        }
    }
}
