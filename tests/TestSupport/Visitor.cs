using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Medborgardialog.TestSupport;

/// <summary>A person with a browser without script: keeps cookies, fills in forms, does not follow redirects by itself.</summary>
public sealed class Visitor : IDisposable
{
    private const string TokenName = "__RequestVerificationToken";
    private readonly HttpClientHandler _handler;

    public Visitor(string address, (string Name, string Value)? cookie = null)
    {
        _handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies };
        Http = new HttpClient(_handler) { BaseAddress = new Uri(address) };
        if (cookie is { } session)
        {
            Cookies.Add(new Uri(address), new Cookie(session.Name, session.Value));
        }
    }

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; } = new();

    public bool HasCookie(string name) => Cookies.GetAllCookies().Any(c => c.Name == name);

    /// <summary>Signs out without telling the server, as a cookie that has run out does.</summary>
    public void Forget(string name) => Cookies.GetAllCookies().Where(c => c.Name == name).ToList().ForEach(c => c.Expired = true);

    public void Remember(string name, string value) => Cookies.Add(Http.BaseAddress!, new Cookie(name, value));

    public Task<HttpResponseMessage> GetAsync(string url) => Http.GetAsync(new Uri(url, UriKind.RelativeOrAbsolute));

    /// <summary>The parsed page, whatever its status.</summary>
    public async Task<IDocument> PageAsync(string url)
    {
        using var response = await GetAsync(url);
        return await ParseAsync(response);
    }

    /// <summary>Opens <paramref name="page"/> and sends its (first) form with its own token and the given fields.</summary>
    /// <param name="to">Where the form goes, when not to the page itself.</param>
    public async Task<HttpResponseMessage> PostAsync(string page, string? to, params (string Name, string Value)[] fields)
    {
        var document = await PageAsync(page);
        var token = document.QuerySelector($"input[name={TokenName}]")?.GetAttribute("value") ?? "";
        using var form = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)), new(TokenName, token)]);
        return await Http.PostAsync(new Uri(to ?? page, UriKind.RelativeOrAbsolute), form);
    }

    public static async Task<IDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }
}
