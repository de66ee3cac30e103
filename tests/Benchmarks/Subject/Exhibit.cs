using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Domain.Organisation;
using Medborgardialog.Infrastructure.Persistence;

namespace Medborgardialog.Benchmarks.Subject;

/// <summary>
/// What is shown: a rådslag whose answers are open, with the ten questions of the survey that the anchor was measured with (six
/// lists of five, two five-point scales, one short and one long text), and a thread with twenty posts.
/// </summary>
internal sealed record Exhibit(Guid ConsultationId, Questionnaire Questionnaire)
{
    public const string Slug = "matning";
    public const int Posts = 20;
    private const string Sentence = "Jag handlar mer när jag slipper leta plats. ";

    public static async Task<Exhibit> FillAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        var committee = new Committee("samhallsbyggnadsnamnden", "Samhällsbyggnadsnämnden", "SBN");
        var consultation = Describe(committee.Id, now);
        var questionnaire = new Questionnaire(consultation.Id);
        questionnaire.Ask(Questions());
        consultation.SendForReview(Guid.CreateVersion7(), questionnaire);
        var approved = consultation.Approve(Guid.CreateVersion7(), questionnaire, committee.Name, now.AddDays(-3));
        if (!approved.IsSuccess)
        {
            throw new InvalidOperationException($"The rådslag breaks a rule: {approved.Error}");
        }

        var thread = TalkThread.Start(consultation.Id, 1, "Parkering för handeln", optionLetter: null, Guid.CreateVersion7(), now.AddHours(-30)).Value!;
        db.AddRange(committee, consultation, questionnaire, thread);
        for (var i = 0; i < Posts; i++)
        {
            var author = new Author(Guid.CreateVersion7(), $"Person {i + 1}", Title: null);
            db.Add(thread.Write(author, string.Concat(Enumerable.Repeat(Sentence, 7)), replyTo: null, Guid.CreateVersion7(), held: false, now.AddHours(i - 30)).Value!);
        }

        await db.SaveChangesAsync();
        return new Exhibit(consultation.Id, questionnaire);
    }

    /// <summary>A whole answer. Two calls with different <paramref name="turn"/> give different choices.</summary>
    public static AnswerSheet Answer(int turn)
    {
        var sheet = new AnswerSheet();
        foreach (var question in Questions())
        {
            sheet.Set(question.Key, question.IsText
                ? new Answer([], "Gärna fler bänkar i skuggan.")
                : new Answer([question.Choices[turn % question.Choices.Count].Key], ""));
        }

        return sheet;
    }

    private static Consultation Describe(Guid committeeId, DateTimeOffset now)
    {
        var consultation = new Consultation(Slug, "Hur ska torget användas?", Guid.CreateVersion7(), now.AddDays(-20));
        consultation.WriteTexts("Hur ska torget användas?", "Torget", "Välj mellan två förslag.", "Rören byts.", "Torget ska byggas om.");
        consultation.SetInfluence(InfluenceLevel.Consult, ["valet"], ["rören"]);
        consultation.SetCommittee(committeeId, "Lena Provberg", "0000-00 00 00");
        consultation.SetEligibility("Folkbokförda från 16 år", 20_000, AssuranceLevel.Email, AnswerMode.Confidential, highProtection: false);
        consultation.SetChannels("Papper på biblioteket.", "Vi räknar svaren.");
        consultation.SetModerators(Guid.CreateVersion7(), Guid.CreateVersion7());
        consultation.SetAspects(["Kostnad", "Träd"], 2);
        foreach (var name in new[] { "Bilfritt", "Grönt" })
        {
            var option = consultation.AddOption().Value!;
            consultation.DescribeOption(option.Id, new OptionText(name, $"Idén med {name}", "", "", "", ["17 mkr", "40"]));
        }

        consultation.SetSchedule(new Schedule(now.AddDays(-2), now.AddDays(-1), now.AddDays(2), now.AddDays(3), now.AddDays(30).SwedishDate()));
        consultation.Tick(PublishCheck.TestedOnPhone, done: true);
        consultation.Tick(PublishCheck.TestedWithoutScript, done: true);
        return consultation;
    }

    private static IEnumerable<Question> Questions()
    {
        for (var i = 1; i <= 8; i++)
        {
            yield return new Question
            {
                Key = $"q{i}", Kind = QuestionKind.Single, Section = i == 1 ? "Ditt val" : $"Del {i}", Text = $"Hur viktigt är förslag {i} för dig?", Required = true, Headline = i == 1,
                Choices = [.. Enumerable.Range(1, 5).Select(c => new Choice($"a{c}", i > 6 ? $"{c} av 5" : $"Alternativ {c}"))],
            };
        }

        yield return new Question { Key = "q9", Kind = QuestionKind.ShortText, Section = "Med ett ord", Text = "Vad saknas på torget?" };
        yield return new Question { Key = "q10", Kind = QuestionKind.LongText, Section = "Något mer?", Text = "Vad vill du säga mer?" };
    }
}
