using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Medborgardialog.Load;

/// <summary>A post that its author has seen on the page.</summary>
/// <param name="Number">Its number in the thread.</param>
/// <param name="SentAt">Timestamp of the moment before the form was sent.</param>
/// <param name="IsHeld">Waits for a moderator: nobody else sees it.</param>
internal sealed record SentPost(int Number, string Text, long SentAt, bool IsHeld);

/// <summary>A post as everybody sees it.</summary>
internal sealed record SeenPost(int Number, long Sequence, string Text);

/// <summary>The first thread of the rådslag: residents write in it, listeners follow it.</summary>
internal sealed class Talk
{
    private readonly ConcurrentQueue<SentPost> _sent = new();
    private readonly Network _network;
    private readonly IReadOnlyList<string> _texts;

    private Talk(Network network, IReadOnlyList<string> texts, string address, Guid threadId, long sequence)
    {
        _network = network;
        _texts = texts;
        Address = address;
        ThreadId = threadId;
        FirstSequence = sequence;
    }

    public string Address { get; }

    public Guid ThreadId { get; }

    /// <summary>What had happened in the thread before the trial.</summary>
    public long FirstSequence { get; }

    public IReadOnlyCollection<SentPost> Sent => _sent;

    /// <param name="folder">With the <c>comments.csv</c> of a real dialogue; null for the texts of the demo.</param>
    public static async Task<Talk> OpenAsync(Network network, string slug, string? folder)
    {
        var texts = folder is null ? DemoTexts() : await VoteHistory.TextsAsync(folder);
        var browser = new Browser(network);
        var threads = await browser.ReadAsync("read", $"/radslag/{slug}/diskussion");
        var address = threads.Document.QuerySelectorAll("main h3 a").Select(a => a.GetAttribute("href")!)
            .FirstOrDefault() ?? throw threads.Unexpected("a thread");
        var page = await browser.ReadAsync("read", address);
        var list = page.Document.QuerySelector("#lista") ?? throw page.Unexpected("a list of posts");
        return new Talk(
            network, texts, address, Guid.Parse(list.GetAttribute("data-trad")!), long.Parse(list.GetAttribute("data-sekvens")!, CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a post of its own and looks for it on the page that comes back.</summary>
    public async Task WriteAsync(Browser browser, int author)
    {
        var text = $"{_texts[author % _texts.Count]} (provare {author})";
        var page = await browser.ReadAsync("talk: open", Address);
        var form = page.FormWith("text").Set("text", text);
        var at = Stopwatch.GetTimestamp();
        page = await browser.SubmitAsync("talk: write", form);
        var mine = page.Document.QuerySelectorAll("#lista > li, #lista li").FirstOrDefault(p => TextOf(p) == Plain(text)) ?? throw page.Unexpected("the post that was written");
        _sent.Enqueue(new SentPost(
            int.Parse(mine.GetAttribute("data-nr")!, CultureInfo.InvariantCulture), Plain(text), at, mine.QuerySelector(":scope > article > .vantar") is not null));
    }

    /// <summary>Everything that has changed since, as a browser fetches what it has missed.</summary>
    public async Task<(IReadOnlyList<SeenPost> Posts, long Sequence)> SinceAsync(long sequence)
    {
        var posts = new List<SeenPost>();
        while (true)
        {
            var page = await new Browser(_network).ReadAsync("talk: what was missed", string.Create(CultureInfo.InvariantCulture, $"{Address}?efter={sequence}&del=lista"));
            var list = page.Document.QuerySelector("ol[data-sekvens]") ?? throw page.Unexpected("a list of changes");
            posts.AddRange(list.QuerySelectorAll("li[data-nr]").Select(Read));
            sequence = long.Parse(list.GetAttribute("data-sekvens")!, CultureInfo.InvariantCulture);
            if (list.GetAttribute("data-fler") != "1")
            {
                return (posts, sequence);
            }
        }
    }

    public static string TextOfHtml(string html) => Plain(new HtmlParser().ParseDocument(html).QuerySelector("article > .text")?.TextContent ?? "");

    private static SeenPost Read(IElement item) => new(
        int.Parse(item.GetAttribute("data-nr")!, CultureInfo.InvariantCulture), long.Parse(item.GetAttribute("data-sekvens")!, CultureInfo.InvariantCulture), TextOf(item));

    private static string TextOf(IElement item) => Plain(item.QuerySelector(":scope > article > .text")?.TextContent ?? "");

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<string> DemoTexts()
    {
        using var stream = typeof(Infrastructure.InfrastructureStartup).Assembly.GetManifestResourceStream("Exempelby/samtal.json")!;
        using var talk = JsonDocument.Parse(stream);
        return [.. talk.RootElement.GetProperty("posts").EnumerateArray().Select(p => p.GetProperty("text").GetString()!)];
    }
}
