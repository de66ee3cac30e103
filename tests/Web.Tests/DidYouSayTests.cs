using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Xml.Linq;
using AngleSharp.Dom;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>"Du sa – vi gjorde": all that has been said of each promise, what is chosen among it, and the feed.</summary>
public class DidYouSayTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    private const string Page = "/du-sa-vi-gjorde";
    private const string Feed = $"{Page}/atom.xml";
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Every_promise_shows_what_has_been_said_of_it_in_order()
    {
        using var visitor = web.Anonymous();
        var page = await visitor.PageAsync(Page);

        var lamps = Row(page, "/radslag/belysning-vid-kvarnbacken/beslut");

        Assert.Equal(["Pågår", "Klart"], lamps.QuerySelectorAll(".lagen-mer b").Select(b => b.TextContent.Trim()));
        Assert.Contains("21 av 30 tycker att löftet hölls", lamps.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Löfteskvot", Row(page, "/radslag/badbrygga-i-norrstrand/beslut").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lage=Done", "belysning-vid-kvarnbacken", "badbrygga-i-norrstrand")]
    [InlineData("namnd=samhallsbyggnadsnamnden", "belysning-vid-kvarnbacken", "badbrygga-i-norrstrand")]
    [InlineData("namnd=kultur-och-fritidsnamnden&lage=Underway", "badbrygga-i-norrstrand", "belysning-vid-kvarnbacken")]
    public async Task Answers_are_chosen_by_committee_and_status(string query, string shown, string hidden)
    {
        using var visitor = web.Anonymous();

        var page = await visitor.PageAsync($"{Page}?{query}");

        Assert.NotNull(page.QuerySelector($".svarslista a[href='/radslag/{shown}/beslut']"));
        Assert.Null(page.QuerySelector($".svarslista a[href='/radslag/{hidden}/beslut']"));
        Assert.Equal(query.Count(c => c == '='), page.QuerySelectorAll("form[method=get] option[selected]").Count(o => o.GetAttribute("value") != ""));
    }

    [Fact]
    public async Task Answers_are_chosen_by_year_and_what_is_unknown_in_the_address_is_as_if_it_were_not_there()
    {
        using var visitor = web.Anonymous();
        var all = await visitor.PageAsync(Page);
        var years = all.QuerySelectorAll("#ar option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0).ToList();

        var counts = new List<int>();
        foreach (var year in years)
        {
            counts.Add((await visitor.PageAsync($"{Page}?ar={year}")).QuerySelectorAll(".svarslista > li article").Length);
        }

        var unknown = await visitor.PageAsync($"{Page}?namnd=finns-inte&lage=x&ar=1066");
        Assert.Equal(all.QuerySelectorAll(".svarslista > li article").Length, counts.Sum());
        Assert.All(counts, c => Assert.NotEqual(0, c));
        Assert.Equal(all.QuerySelectorAll(".svarslista > li article").Length, unknown.QuerySelectorAll(".svarslista > li article").Length);
    }

    [Fact]
    public async Task The_feed_is_atom_newest_first_with_a_tag_that_saves_the_next_reading()
    {
        using var visitor = web.Anonymous();
        using var response = await visitor.GetAsync(Feed);
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(CancellationToken)).Root!;
        using var again = new HttpRequestMessage(HttpMethod.Get, Feed);
        again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
        using var unchanged = await visitor.Http.SendAsync(again, CancellationToken);
        using var head = await visitor.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, Feed), CancellationToken);

        Assert.Equal(MediaTypeHeaderValue.Parse("application/atom+xml; charset=utf-8"), response.Content.Headers.ContentType);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(response.Headers.ETag, unchanged.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(Atom + "feed", feed.Name);
        var entries = feed.Elements(Atom + "entry").ToList();
        var times = entries.Select(e => DateTimeOffset.Parse(e.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(times.OrderDescending(), times);
        Assert.Equal(times[0], DateTimeOffset.Parse(feed.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture));
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count());
        Assert.All(entries, e => Assert.StartsWith("urn:uuid:", e.Element(Atom + "id")!.Value, StringComparison.Ordinal));
        Assert.Contains(entries, e => e.Element(Atom + "summary")!.Value == "Alla fjorton lampor lyser sedan i måndags.");
        Assert.All(
            feed.Elements().Where(e => e.Name != Atom + "entry").Append(entries[0]),
            e => Assert.Equal(Atom, e.Name.Namespace));
    }

    /// <summary>Stored before texts were cleaned, and public for ever.</summary>
    [Fact]
    public async Task A_character_that_XML_forbids_does_not_take_the_feed_away()
    {
        await web.ExecuteAsync($"UPDATE decision_feedback SET follow_ups = replace(follow_ups::text, 'Alla fjorton', {"\\u000bAlla fjorton"})::jsonb, summary = summary || {"\u000b"}");
        using var visitor = web.Anonymous();
        using var response = await visitor.GetAsync(Feed);
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(CancellationToken)).Root!;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(feed.Elements(Atom + "entry"), e => e.Element(Atom + "summary")!.Value == "Alla fjorton lampor lyser sedan i måndags.");
    }

    [Fact]
    public async Task A_feed_can_be_of_one_committee_and_every_link_in_it_leads_somewhere()
    {
        using var visitor = web.Anonymous();
        using var response = await visitor.GetAsync($"{Feed}?namnd=kultur-och-fritidsnamnden");
        using var unknown = await visitor.GetAsync($"{Feed}?namnd=finns-inte");
        var feed = XDocument.Parse(await response.Content.ReadAsStringAsync(CancellationToken)).Root!;

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal("Kultur- och fritidsnämnden", Assert.Single(feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "author")!.Value).Distinct(StringComparer.Ordinal)));
        foreach (var link in feed.Descendants(Atom + "link").Select(l => new Uri(l.Attribute("href")!.Value)).DistinctBy(u => u.PathAndQuery))
        {
            using var target = await visitor.GetAsync(link.PathAndQuery);
            Assert.True(target.StatusCode == HttpStatusCode.OK, link.ToString());
        }
    }

    private static IElement Row(IDocument page, string address) =>
        page.QuerySelectorAll(".svarslista > li").First(l => l.QuerySelector($"h3 a[href='{address}']") is not null);
}
