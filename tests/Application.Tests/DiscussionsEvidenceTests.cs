using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Application.Tests;

public class DiscussionsEvidenceTests : UseCaseTest
{
    [Fact]
    public async Task Evidence_holds_what_was_published_and_tells_who_was_answered()
    {
        var consultation = await Data.ConsultationAsync();
        var thread = await Data.ThreadAsync(consultation.Id);
        var question = await Data.PostAsync(thread, "Hur många platser försvinner?");
        await Data.PostAsync(thread, "Det undrar jag med.", replyTo: question);
        await Data.PostAsync(thread, "Sextiotvå.", new Author(Guid.CreateVersion7(), "Lena Provberg", "trafikingenjör"), question);
        var rude = await Data.PostAsync(thread, "Du är dum.");
        await Data.PostAsync(thread, "Ring 070-174 06 12", held: true);
        thread.Hide(rude, HouseRule.Attack, rude.At);
        var theme = TalkTheme.Create(consultation.Id, "Parkering", 0).Value!;
        Db.Add(theme);
        question.Tag([theme.Id]);
        await Db.SaveChangesAsync(CancellationToken);
        Db.ChangeTracker.Clear();

        var evidence = await Use<ListDiscussionEvidenceHandler>().HandleAsync(new(consultation.Id), CancellationToken);

        Assert.Equal("Parkering", Assert.Single(evidence.Value!.Themes).Name);
        Assert.Equal([true, false, false, false], evidence.Value.Posts.Select(p => p.AnsweredByOfficial));
        Assert.Equal([false, false, true, false], evidence.Value.Posts.Select(p => p.IsOfficial));
        Assert.Equal("", evidence.Value.Posts.Single(p => p.IsHidden).Text);
        Assert.Equal([theme.Id], evidence.Value.Posts[0].ThemeIds);
    }

    [Fact]
    public async Task The_summary_counts_what_can_be_read_and_names_the_latest_threads()
    {
        var consultation = await Data.ConsultationAsync();
        var thread = await Data.ThreadAsync(consultation.Id);
        await Data.ThreadAsync(consultation.Id, 2, "Tom tråd");
        await Data.PostAsync(thread);
        await Data.PostAsync(thread, held: true);

        var summary = await Use<GetTalkSummaryHandler>().HandleAsync(new(consultation.Id), CancellationToken);

        Assert.Equal((1, 1), (summary.Value!.Threads, summary.Value.Posts));
        Assert.Equal("parkering-for-handeln-1", Assert.Single(summary.Value.Latest).Address);
    }
}
