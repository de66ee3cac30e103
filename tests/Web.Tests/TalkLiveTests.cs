using System.Diagnostics.Metrics;
using System.IO.Pipelines;
using System.Net;
using Medborgardialog.Domain.Consultations;
using Medborgardialog.Domain.Discussions;
using Medborgardialog.TestSupport;
using Medborgardialog.Web.Live;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class TalkLiveTests(WebFixture web) : TalkTest(web), IClassFixture<WebFixture>
{
    [Fact]
    public async Task Two_listeners_hear_each_post_once_and_in_order()
    {
        var at = await OpenThreadAsync();
        using var one = await Web.ResidentAsync("Ett");
        using var two = await Web.ResidentAsync("Två");
        await using var first = await TalkListener.FollowAsync(Web.Address, at.ThreadId);
        await using var second = await TalkListener.FollowAsync(Web.Address, at.ThreadId);

        var pages = new[] { await one.PageAsync(at.Page), await two.PageAsync(at.Page) };
        var sent = await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            SendAsync(i % 2 == 0 ? one : two, at.Page, Filled(pages[i % 2], $"Nummer {i}", Guid.CreateVersion7().ToString()))));
        var heard = (await first.UntilAsync(12), await second.UntilAsync(12));

        Assert.All(sent, response => Assert.Equal(HttpStatusCode.Found, response.StatusCode));
        Assert.Equal(Enumerable.Range(1, 12).Select(i => (long)i), heard.Item1.Select(p => p.Sequence));
        Assert.Equal(heard.Item1, heard.Item2);
        Array.ForEach(sent, response => response.Dispose());
    }

    [Fact]
    public async Task A_post_is_rendered_once_however_many_listen_and_read()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        var listeners = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TalkListener.FollowAsync(Web.Address, at.ThreadId)));
        var form = Filled(await writer.PageAsync(at.Page), "En enda gång.");
        var renderings = 0L;
        var mine = Web.Services.GetRequiredService<IMeterFactory>();
        using var meter = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == PostFragments.CounterName && ReferenceEquals(instrument.Meter.Scope, mine))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meter.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref renderings, value));
        meter.Start();

        using var sent = await SendAsync(writer, at.Page, form);
        await Task.WhenAll(listeners.Select(l => l.UntilAsync(1)));
        using var reader = Web.Anonymous();
        var pages = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => reader.PageAsync(at.Page)));

        Assert.Equal(1, renderings);
        Assert.All(pages, page => Assert.NotNull(page.QuerySelector("#inlagg-1")));
        await Task.WhenAll(listeners.Select(l => l.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Whoever_was_away_misses_nothing_and_gets_nothing_twice()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        var before = await TalkListener.FollowAsync(Web.Address, at.ThreadId);
        using var a = await WriteAsync(writer, at.Page, "Ett");
        var heard = (await before.UntilAsync(1)).Select(p => p.Number).ToList();
        await before.DisposeAsync();

        using var b = await WriteAsync(writer, at.Page, "Två");
        using var c = await WriteAsync(writer, at.Page, "Tre");
        await using var after = await TalkListener.FollowAsync(Web.Address, at.ThreadId);
        var part = await writer.PageAsync($"{at.Page}?efter=1&del=lista");
        heard.AddRange(part.QuerySelectorAll("li[data-nr]").Select(li => int.Parse(li.GetAttribute("data-nr")!, System.Globalization.CultureInfo.InvariantCulture)));
        using var d = await WriteAsync(writer, at.Page, "Fyra");
        heard.AddRange((await after.UntilAsync(4)).Where(p => p.Sequence > 3).Select(p => p.Number));

        Assert.Equal(3, after.Followed);
        Assert.Equal([1, 2, 3, 4], heard);
    }

    [Fact]
    public async Task A_hidden_post_becomes_a_tombstone_for_those_who_follow()
    {
        var at = await OpenThreadAsync(posts: 1);
        await using var listener = await TalkListener.FollowAsync(Web.Address, at.ThreadId);

        await HideAsync(at, 1, HouseRule.Attack);
        var heard = Assert.Single(await listener.UntilAsync(2));

        Assert.Contains("gravsten", heard.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Inlägg 1.", heard.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_post_is_not_sent_until_a_moderator_publishes_it()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        await using var listener = await TalkListener.FollowAsync(Web.Address, at.ThreadId);

        using var held = await WriteAsync(writer, at.Page, "Skriv till mig@exempelby.example");
        using var open = await WriteAsync(writer, at.Page, "Hela torget.");
        var first = await listener.UntilAsync(1);
        await ChangeAsync(at.ThreadId, 1, (thread, post) => thread.Publish(post));
        var second = await listener.UntilAsync(2);

        Assert.Equal([2], first.Select(p => p.Number));
        Assert.Equal([1], second.Select(p => p.Number));
    }

    [Fact]
    public async Task Counts_of_reactions_are_told_without_a_rendering_of_the_post()
    {
        var at = await OpenThreadAsync(posts: 1);
        using var reader = await Web.ResidentAsync();
        await using var listener = await TalkListener.FollowAsync(Web.Address, at.ThreadId);

        using var sent = await reader.PostAsync(at.Page, at.Page + "?handler=React", ("reaktion", "1-tank"));

        var heard = await listener.CountsAsync();
        while (heard.All(c => c.Thoughtful == 0))
        {
            heard = await listener.CountsAsync();
        }

        Assert.Equal([new CountsHeard(1, 0, 1)], heard);
    }

    [Fact]
    public async Task Those_who_read_English_hear_English_of_the_same_post()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        await using var swedish = await TalkListener.FollowAsync(Web.Address, at.ThreadId);
        await using var english = await TalkListener.FollowAsync(Web.Address, at.ThreadId, "/en");

        using var sent = await WriteAsync(writer, at.Page, "Hej.");

        Assert.Contains("Kommentera", Assert.Single(await swedish.UntilAsync(1)).Html, StringComparison.Ordinal);
        Assert.Contains("Comment", Assert.Single(await english.UntilAsync(1)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_follows_a_talk_that_has_not_opened_or_does_not_exist()
    {
        var now = TimeProvider.System.GetUtcNow();
        var at = await OpenThreadAsync(new Schedule(now.AddDays(1), now.AddDays(2), now.AddDays(9), now.AddDays(10), DateOnly.FromDateTime(now.AddDays(40).DateTime)));

        await using var early = await TalkListener.FollowAsync(Web.Address, at.ThreadId);
        await using var lost = await TalkListener.FollowAsync(Web.Address, Guid.CreateVersion7());

        Assert.Null(early.Followed);
        Assert.Null(lost.Followed);
    }

    [Fact]
    public async Task Those_who_follow_on_another_node_hear_it_too()
    {
        var at = await OpenThreadAsync();
        using var writer = await Web.ResidentAsync();
        await using var other = await WebHost.StartAsync(Web.Services.GetRequiredService<IConfiguration>().GetConnectionString("Database")!);
        await using var here = await TalkListener.FollowAsync(Web.Address, at.ThreadId);
        await using var there = await TalkListener.FollowAsync(other.Address, at.ThreadId);

        using var sent = await WriteAsync(writer, at.Page, "Hörs det där borta?");

        Assert.Equal(await here.UntilAsync(1), await there.UntilAsync(1));
    }

    [Fact]
    public async Task A_reader_who_does_not_take_what_is_sent_is_cut_off()
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 100, resumeWriterThreshold: 50));
        var transport = new DefaultConnectionContext("sen") { Transport = new Duplex(new Pipe().Reader, pipe.Writer) };
        var connection = new HubConnectionContext(
            transport, new HubConnectionContextOptions { KeepAliveInterval = TimeSpan.FromHours(1), ClientTimeoutInterval = TimeSpan.FromHours(1) }, NullLoggerFactory.Instance)
        {
            Protocol = new JsonHubProtocol(),
        };
        var cut = new TaskCompletionSource();
        connection.ConnectionAborted.Register(cut.SetResult);
        var reader = new Reader(connection, isEnglish: false);
        var message = new SerializedHubMessage(new InvocationMessage("Changed", [new string('a', 200)]));

        reader.Send(message);
        var afterOne = connection.ConnectionAborted.IsCancellationRequested;
        reader.Send(message);
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken);

        Assert.False(afterOne);
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
