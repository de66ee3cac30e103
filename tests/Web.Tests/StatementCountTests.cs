using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.Domain.Ideas;
using Medborgardialog.Infrastructure.Persistence;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>A page or a form costs a few statements, however much there is to show (performance goal: at most six).</summary>
public partial class StatementCountTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    private const int MostOfPage = 6;

    /// <summary>A committee's page gathers what five features know of it, each with statements of its own; a fixed number, too, and to be brought down.</summary>
    private const int MostOfCommittee = 13;
    private const int MostOfForm = 3;
    private const int Tries = 3;
    private const string Answer = "/radslag/stortorget/svara";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_public_page_needs_more_than_six_statements_and_none_needs_more_when_there_is_more()
    {
        using var counter = new StatementCounter();
        using var visitor = web.Anonymous();
        var (_, pages) = await web.WalkAsync("");

        // So that the question pages have a draft to fetch, whatever else is kept in memory at the moment.
        using var begun = await visitor.PostAsync(Answer, null);
        var urls = pages.Select(p => p.Url).DistinctBy(u => Digits().Replace(u, "#")).ToList();
        var before = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var url in urls)
        {
            before[url] = (await CountsAsync(counter, visitor, url)).Max();
        }

        await AddMoreAsync();
        var after = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var url in urls)
        {
            after[url] = (await CountsAsync(counter, visitor, url)).Min();
        }

        var tooMany = before.Where(p => p.Value > (p.Key.StartsWith("/namnder/", StringComparison.Ordinal) ? MostOfCommittee : MostOfPage)).Select(p => $"{p.Value} {p.Key}").ToList();
        var grown = after.Where(p => p.Value > before[p.Key]).Select(p => $"{before[p.Key]} -> {p.Value} {p.Key}").ToList();
        Assert.True(tooMany.Count == 0, string.Join(Environment.NewLine, tooMany));
        Assert.True(grown.Count == 0, string.Join(Environment.NewLine, grown));
        Assert.True(before["/dialoger"] > 0, "Statements through EF Core are not seen.");
        Assert.True(before[$"{Answer}/fraga/1"] > 0, "Statements without EF Core are not seen.");
    }

    [Fact]
    public async Task Answering_a_question_and_casting_need_at_most_three_statements()
    {
        using var counter = new StatementCounter();
        using var visitor = await web.ResidentAsync();
        using var started = await visitor.PostAsync(Answer, null);
        var question = started.Headers.Location!.ToString();
        var counts = new List<int>();
        while (question.Contains("/fraga/", StringComparison.Ordinal))
        {
            var page = await visitor.PageAsync(question);
            var counted = await PostAsync(counter, visitor, question, page, FirstChoice(page));
            counts.Add(counted.Statements.Count);
            question = counted.Location;
        }

        var check = await visitor.PageAsync(question);
        var cast = await PostAsync(counter, visitor, question, check, ("svar", Value(check, "svar")), ("nyckel", Value(check, "nyckel")));

        Assert.EndsWith("/svara/klart", cast.Location, StringComparison.Ordinal);
        Assert.InRange(cast.Statements.Count, 1, MostOfForm);
        Assert.Single(cast.Statements, s => s.Contains("INSERT INTO ballot ", StringComparison.Ordinal));

        // The first may find nothing in memory.
        Assert.All(counts.Skip(1), c => Assert.InRange(c, 1, MostOfForm));
    }

    [Fact]
    public async Task Writing_a_post_needs_at_most_six_statements_however_many_posts_there_are()
    {
        using var counter = new StatementCounter();
        using var visitor = await web.ResidentAsync();
        var thread = await ThreadAsync(visitor);
        await WriteAsync(counter, visitor, thread);
        var early = await WriteAsync(counter, visitor, thread);

        await AddMoreAsync();
        var late = await WriteAsync(counter, visitor, thread);

        Assert.InRange(early.Count, 1, MostOfPage);
        Assert.True(late.Count <= early.Count, string.Join(Environment.NewLine, late));
    }

    private static async Task<string> ThreadAsync(Visitor visitor)
    {
        const string threads = "/radslag/stortorget/diskussion";
        var page = await visitor.PageAsync(threads);
        return page.QuerySelectorAll($"a[href^='{threads}/']").Select(a => a.GetAttribute("href")!.Split('?', '#')[0]).First(h => char.IsDigit(h[^1]));
    }

    private static async Task<IReadOnlyList<string>> WriteAsync(StatementCounter counter, Visitor visitor, string thread)
    {
        var page = await visitor.PageAsync(thread);
        return (await PostAsync(counter, visitor, thread, page, ("nyckel", Value(page, "nyckel")), ("kommentera", ""), ("text", "Fler bänkar i skuggan, tack."))).Statements;
    }

    private static async Task<List<int>> CountsAsync(StatementCounter counter, Visitor visitor, string url)
    {
        var counts = new List<int>();
        for (var i = 0; i < Tries; i++)
        {
            counts.Add((await counter.OfAsync(async () => (await visitor.GetAsync(url)).Dispose())).Count);
        }

        return counts;
    }

    private static async Task<(IReadOnlyList<string> Statements, string Location)> PostAsync(
        StatementCounter counter, Visitor visitor, string url, IDocument page, params (string Name, string Value)[] fields)
    {
        var location = "";
        (string Name, string Value)[] all = [.. fields, ("__RequestVerificationToken", Value(page, "__RequestVerificationToken"))];
        var statements = await counter.OfAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(url, UriKind.RelativeOrAbsolute));
            request.Headers.Add("Origin", visitor.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
            request.Content = new FormUrlEncodedContent(all.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
            using var response = await visitor.Http.SendAsync(request, CancellationToken);
            Assert.Equal(HttpStatusCode.Found, response.StatusCode);
            location = response.Headers.Location!.ToString();
        });
        return (statements, location);
    }

    private static string Value(IDocument page, string name) => page.QuerySelector($"form input[name={name}]")!.GetAttribute("value")!;

    private static (string Name, string Value) FirstChoice(IDocument page) =>
        page.QuerySelector("input[name=val]") is { } choice ? ("val", choice.GetAttribute("value")!) : ("text", "Fler bänkar");

    /// <summary>More of everything that the pages list: rådslag with their options, threads, posts, notices and ideas.</summary>
    private Task<int> AddMoreAsync() => web.ReadAsync(async db =>
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        for (var i = 0; i < 3; i++)
        {
            await data.ConsultationAsync(slug: $"torget-{Guid.CreateVersion7():N}");
        }

        foreach (var resident in await data.ResidentsAsync(3))
        {
            var now = TimeProvider.System.GetUtcNow();
            var idea = Idea.Send(resident.Id, new IdeaText("En idé till", "Det vore bra.", ""), mayName: false, RandomId.New(), 0, now, now.SwedishDate()).Value!;
            Assert.True(idea.Show(by: Guid.Empty, now).IsSuccess);
            db.Add(idea);
        }

        await db.SaveChangesAsync(CancellationToken);
        var id = await db.Set<Consultation>().Where(c => c.Slug == "stortorget").Select(c => c.Id).SingleAsync(CancellationToken);
        var next = await db.Set<TalkThread>().Where(t => t.ConsultationId == id).MaxAsync(t => (int?)t.Number, CancellationToken) ?? 0;
        for (var i = 1; i <= 3; i++)
        {
            await data.ThreadAsync(id, next + i, $"En till fråga {i}");
        }

        // By the context that the test data writes with: it knows the new threads already.
        foreach (var thread in await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<TalkThread>().Where(t => t.ConsultationId == id).ToListAsync(CancellationToken))
        {
            for (var i = 0; i < 5; i++)
            {
                await data.PostAsync(thread, $"Ett inlägg till, {i}");
            }
        }

        return 0;
    });

    [GeneratedRegex("[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
