using AngleSharp.Dom;
using Medborgardialog.Application.Discussions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>What tests of the talk have in common: an open thread, somebody who writes, somebody who moderates.</summary>
public abstract class TalkTest(WebFixture web)
{
    protected WebFixture Web => web;

    protected static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    /// <summary>An empty thread of an open rådslag of its own.</summary>
    protected async Task<TalkAt> OpenThreadAsync(Schedule? schedule = null, int posts = 0)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var data = new TestData(scope.ServiceProvider);
        var slug = $"torget-{Guid.CreateVersion7():N}";
        var consultation = await data.ConsultationAsync(schedule: schedule, slug: slug);
        var thread = await data.ThreadAsync(consultation.Id);
        for (var i = 0; i < posts; i++)
        {
            await data.PostAsync(thread, $"Inlägg {i + 1}.");
        }

        return new TalkAt(consultation.Id, thread.Id, $"/radslag/{slug}/diskussion/parkering-for-handeln-1");
    }

    /// <summary>Fills in the composer of the thread's page and sends it.</summary>
    protected static async Task<HttpResponseMessage> WriteAsync(Visitor visitor, string page, string text, string? key = null, int? replyTo = null)
    {
        var document = await visitor.PageAsync(page);
        return await SendAsync(visitor, page, Filled(document, text, key, replyTo));
    }

    protected static (string Name, string Value)[] Filled(IDocument page, string text, string? key = null, int? replyTo = null) =>
    [
        ("nyckel", key ?? page.QuerySelector("input[name=nyckel]")!.GetAttribute("value")!),
        ("kommentera", replyTo?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        ("text", text),
        ("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? ""),
    ];

    /// <summary>As a browser does: with the origin.</summary>
    protected static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string to, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(to, UriKind.Relative));
        request.Headers.Add("Origin", visitor.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        request.Content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        return await visitor.Http.SendAsync(request, CancellationToken);
    }

    /// <summary>Changes the thread as a use case does, with everything that follows from it.</summary>
    protected async Task ChangeAsync(Guid threadId, int number, Action<TalkThread, Post> change)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Application.Common.IAppDbContext>();
        var done = await scope.ServiceProvider.GetRequiredService<IThreadTurn>().TakeAsync<Done>(
            threadId,
            thread =>
            {
                change(thread, db.Set<Post>().Single(p => p.ThreadId == threadId && p.Number == number));
                return Task.FromResult((Result<Done>)Done.Value);
            },
            CancellationToken);
        Assert.True(done.IsSuccess);
    }

    protected Task HideAsync(TalkAt at, int number, HouseRule rule) =>
        ChangeAsync(at.ThreadId, number, (thread, post) => thread.Hide(post, rule, TimeProvider.System.GetUtcNow()));

    protected sealed record TalkAt(Guid ConsultationId, Guid ThreadId, string Page);
}
