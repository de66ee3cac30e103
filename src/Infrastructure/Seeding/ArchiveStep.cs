using System.Globalization;
using Medborgardialog.Domain.Ballots;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Identity;
using Medborgardialog.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>Three small dialogues that have gone all the way, so that "Du sa – vi gjorde" is never empty.</summary>
internal sealed class ArchiveStep(AppDbContext db, BallotFilling filling, ClosedLoop loop, PromiseFilling promises) : ISeedStep
{
    private const string Choosing = "val";

    public async Task SeedAsync(SeedContext context, CancellationToken cancellationToken)
    {
        foreach (var content in ExempelbyContent.Read<IReadOnlyList<ArchiveContent>>("arkiv.json"))
        {
            await SeedAsync(context, content, cancellationToken);
        }
    }

    private async Task SeedAsync(SeedContext context, ArchiveContent content, CancellationToken cancellationToken)
    {
        var now = context.Now;
        var committee = context.Committees[content.Committee];
        var consultation = Build(context, content);
        db.Add(consultation);
        Talk(context, content, consultation.Id);
        await db.SaveChangesAsync(cancellationToken);
        await filling.FillAsync(
            consultation.Id, consultation.Schedule!.AnswersOpenAt, consultation.Schedule.ClosesAt, ArchiveContent.Closes - ArchiveContent.AnswersOpen, Answers(content), cancellationToken);
        await filling.SealAsync(consultation.Id, consultation.Schedule!.ClosesAt, cancellationToken);

        var secretary = TorgetLoopStep.Person(context, content.Secretary, committee, Role.CommitteeSecretary);
        var chair = TorgetLoopStep.Person(context, content.Chair, committee, Role.CommitteeMember, Role.CommitteeChair);
        var officer = TorgetLoopStep.Person(context, "Maria Demolund", committee, Role.Officer);
        await loop.ReportAsync(content.Slug, officer, content.At(now, ArchiveContent.Delivered, 10), cancellationToken);
        await loop.AnswerAsync(
            content.Slug, content.Answer, secretary, chair, content.At(now, content.AnsweredDay, 15), day => content.Date(now, day), cancellationToken);
        foreach (var followUp in content.Answer.FollowUps)
        {
            await loop.FollowUpAsync(content.Slug, followUp, secretary, content.At(now, followUp.Day, 9), cancellationToken);
        }

        var saved = await db.Set<Consultation>().SingleAsync(c => c.Slug == content.Slug, cancellationToken);
        TorgetStep.Must(saved.Archive(
            "Nämnden har svarat och berättat hur det gick.", "Maria Demolund, kommunikatör", content.At(now, content.Answer.FollowUps[^1].Day, 10)));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        if (content.PromiseVotes is { } votes)
        {
            await promises.VoteAsync(consultation.Id, votes, content.At(now, content.Answer.FollowUps[^1].Day + 5, 12), cancellationToken);
        }
    }

    private Consultation Build(SeedContext context, ArchiveContent content)
    {
        var (now, maria, nils) = (context.Now, context.Staff["Maria Demolund"], context.Staff["Nils Mallqvist"]);
        var consultation = new Consultation(content.Slug, content.Title, maria, content.At(now, -20, 10));
        TorgetStep.Must(consultation.WriteTexts(content.Title, content.ShortTitle, content.Summary, content.Background, content.Summary));
        TorgetStep.Must(consultation.SetInfluence(InfluenceLevel.Consult, content.CanInfluence, content.AlreadyDecided));
        TorgetStep.Must(consultation.SetCommittee(context.Committees[content.Committee], "Nämndens sekreterare", "0980-319 214"));
        TorgetStep.Must(consultation.SetEligibility("Alla från 16 år", null, AssuranceLevel.Email, AnswerMode.Confidential, highProtection: false));
        TorgetStep.Must(consultation.SetChannels("Papper på biblioteket, Torggatan 2.", "Kommunen räknar svaren. Vem som svarat vad går inte att se efter stängning."));
        TorgetStep.Must(consultation.SetModerators(maria, nils));
        TorgetStep.Must(consultation.SetAspects(content.Aspects, cardAspects: content.Aspects.Count));
        foreach (var written in content.Options)
        {
            var option = consultation.AddOption().Value!;
            TorgetStep.Must(consultation.DescribeOption(option.Id, new OptionText(written.Name, written.Idea, "", "", "", written.Aspects)));
        }

        TorgetStep.Must(consultation.SetSchedule(new Schedule(
            content.At(now, 0, 8), content.At(now, ArchiveContent.AnswersOpen, 8), content.At(now, ArchiveContent.Closes, 23, 59),
            content.At(now, ArchiveContent.Results, 8), content.Date(now, ArchiveContent.Promised))));
        TorgetStep.Must(consultation.Tick(PublishCheck.TestedOnPhone, done: true));
        TorgetStep.Must(consultation.Tick(PublishCheck.TestedWithoutScript, done: true));
        var questionnaire = new Questionnaire(consultation.Id);
        questionnaire.Ask(Questions(content));
        TorgetStep.Must(consultation.SendForReview(maria, questionnaire));
        TorgetStep.Must(consultation.Approve(nils, questionnaire, content.Committee, content.At(now, -3, 14)));
        db.Add(questionnaire);
        return consultation;
    }

    private static List<Question> Questions(ArchiveContent content)
    {
        var choices = content.Options.Select((o, i) => new Choice($"a{i}", $"{(char)('A' + i)} {o.Name}")).Append(new Choice("inget", "Inget av dem"));
        var first = new Question
        {
            Key = Choosing, Kind = QuestionKind.Single, Section = "Ditt val", Text = content.Question, Required = true, Headline = true, Choices = [.. choices],
        };
        return content.Second is not { } second
            ? [first]
            :
            [
                first,
                new Question
                {
                    Key = "andra", Kind = QuestionKind.Single, Section = "I dag", Text = second.Text,
                    Choices = [.. second.Choices.Select((c, i) => new Choice($"b{i}", c))],
                },
            ];
    }

    private static List<SimulatedAnswer> Answers(ArchiveContent content)
    {
        var keys = content.Result.SelectMany((count, i) => Enumerable.Repeat(i < content.Options.Count ? $"a{i}" : "inget", count)).ToList();
        var second = content.Second?.Counts.SelectMany((count, i) => Enumerable.Repeat($"b{i}", count)).ToList();
        return
        [
            .. keys.Select((key, i) =>
            {
                var sheet = new AnswerSheet();
                sheet.Set(Choosing, new Answer([key], ""));
                if (second is not null && i < second.Count)
                {
                    sheet.Set("andra", new Answer([second[i]], ""));
                }

                return new SimulatedAnswer(sheet, sheet, new Dictionary<string, string>());
            }),
        ];
    }

    private void Talk(SeedContext context, ArchiveContent content, Guid consultationId)
    {
        var maria = context.Staff["Maria Demolund"];
        var number = 0;
        foreach (var name in content.Themes)
        {
            var theme = TalkTheme.Create(consultationId, name, number).Value!;
            var thread = TalkThread.Start(consultationId, ++number, name, optionLetter: null, maria, content.At(context.Now, 0, 8)).Value!;
            db.AddRange(theme, thread);
            Post? opening = null;
            foreach (var written in content.Posts.Where(p => p.Theme == name))
            {
                var time = TimeOnly.Parse(written.Time, CultureInfo.InvariantCulture);
                opening = Write(thread, new Author(Guid.CreateVersion7(), written.Author, Title: null), written.Text, null, content.At(context.Now, written.Day, time.Hour, time.Minute));
                opening.TakeOverReactions(written.Good, 0);
                opening.Tag([theme.Id]);
            }

            if (number == 1 && opening is not null)
            {
                Write(thread, new Author(maria, "Maria Demolund", "kommunikatör"), content.Reply, opening, content.At(context.Now, 8, 9));
            }
        }
    }

    private Post Write(TalkThread thread, Author author, string text, Post? replyTo, DateTimeOffset at)
    {
        var post = thread.Write(author, text, replyTo, Guid.CreateVersion7(), held: false, at);
        TorgetStep.Must(post);
        db.Add(post.Value!);
        return post.Value!;
    }
}
