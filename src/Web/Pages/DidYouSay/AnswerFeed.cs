using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Medborgardialog.Application.Reports;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Resources;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Medborgardialog.Web.Pages.DidYouSay;

/// <summary>
/// <c>/du-sa-vi-gjorde/atom.xml</c>: every committee's answer and every follow-up as a feed (RFC 4287), newest first, of one committee with <c>?namnd=</c>. The same
/// bytes as long as nothing has happened, and an entity tag of what they say.
/// </summary>
internal static class AnswerFeed
{
    private const int Most = 100;
    private const string ContentType = "application/atom+xml; charset=utf-8";
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    public static void MapAnswerFeed(this WebApplication app) =>
        app.MapMethods("/du-sa-vi-gjorde/atom.xml", [HttpMethods.Get, HttpMethods.Head], ShowAsync).AllowAnonymous();

    private static async Task<IResult> ShowAsync(HttpContext context, string? namnd, ListAnswersHandler list, ITexts texts, IOptions<AppOptions> options)
    {
        var answers = (await list.HandleAsync(new ListAnswersQuery(Latest: null), context.RequestAborted)).Value!.Answered;
        var committee = answers.FirstOrDefault(a => a.CommitteeSlug == namnd);
        if (!string.IsNullOrEmpty(namnd) && committee is null)
        {
            return Results.NotFound();
        }

        var shown = committee is null ? answers : [.. answers.Where(a => a.CommitteeSlug == committee.CommitteeSlug)];
        var site = options.Value.BaseUrl + (Language.IsEnglish ? Language.EnglishPrefix : "");
        var bytes = Write(Feed(shown, committee?.Committee, site, committee is null ? "" : $"?namnd={Uri.EscapeDataString(committee.CommitteeSlug)}", texts, options.Value));
        var tag = Tag(bytes, options.Value.BaseUrl);
        context.Response.Headers.CacheControl = "public, max-age=300";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false)))
        {
            context.Response.Headers.ETag = tag.ToString();
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return Results.Bytes(bytes, ContentType, entityTag: tag);
    }

    /// <summary>Weak: of what is said, and not of the address it is read at.</summary>
    private static EntityTagHeaderValue Tag(byte[] feed, string site)
    {
        var said = Encoding.UTF8.GetString(feed).Replace(site, "", StringComparison.Ordinal);
        return new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16))}\"", isWeak: true);
    }

    private static XDocument Feed(IReadOnlyList<AnswerRow> answers, string? committee, string site, string query, ITexts texts, AppOptions options)
    {
        var entries = answers.SelectMany(a => Entries(a, site, texts)).OrderByDescending(e => e.At).ThenBy(e => e.Element.Element(_atom + "id")!.Value, StringComparer.Ordinal).Take(Most).ToList();
        var self = $"{site}/du-sa-vi-gjorde/atom.xml{query}";
        return new XDocument(new XElement(
            _atom + "feed", new XAttribute(XNamespace.Xml + "lang", Language.IsEnglish ? "en" : "sv"),
            new XElement(_atom + "id", self),
            new XElement(_atom + "title", committee is null ? texts["didYouSay.title"] : PlainText.Clean($"{texts["didYouSay.title"]}: {committee}")),
            new XElement(_atom + "updated", Instant(entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries[0].At)),
            new XElement(_atom + "author", new XElement(_atom + "name", options.Municipality)),
            new XElement(_atom + "link", new XAttribute("rel", "self"), new XAttribute("type", "application/atom+xml"), new XAttribute("href", self)),
            new XElement(_atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", $"{site}/du-sa-vi-gjorde{query}")),
            entries.Select(e => e.Element)));
    }

    private static IEnumerable<(DateTimeOffset At, XElement Element)> Entries(AnswerRow answer, string site, ITexts texts)
    {
        var page = $"{site}{answer.Address}/beslut";
        yield return (answer.PublishedAt, Entry(answer.Id, texts["didYouSay.feedAnswer", answer.NameInText], answer.Summary, answer.PublishedAt, page, answer.Committee));
        foreach (var (point, news) in answer.Points.SelectMany(p => p.FollowUps.Select(f => (p, f))))
        {
            var title = texts["didYouSay.feedNews", point.Heading, texts[$"pointStatus.{news.Status}"], answer.NameInText];
            yield return (news.At, Entry(news.Id, title, news.Note, news.At, $"{page}#punkt-{point.Id:N}", answer.Committee));
        }
    }

    /// <summary>Texts that were stored before they were cleaned may hold characters that XML forbids: one of them would take the whole feed away.</summary>
    private static XElement Entry(Guid id, string title, string summary, DateTimeOffset at, string link, string committee) => new(
        _atom + "entry",
        new XElement(_atom + "id", $"urn:uuid:{id:D}"),
        new XElement(_atom + "title", PlainText.Clean(title)),
        new XElement(_atom + "published", Instant(at)),
        new XElement(_atom + "updated", Instant(at)),
        new XElement(_atom + "author", new XElement(_atom + "name", PlainText.Clean(committee))),
        new XElement(_atom + "link", new XAttribute("rel", "alternate"), new XAttribute("type", "text/html"), new XAttribute("href", link)),
        new XElement(_atom + "summary", PlainText.Clean(summary)));

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Write(XDocument feed)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, CheckCharacters = true }))
        {
            feed.Save(writer);
        }

        return stream.ToArray();
    }
}
