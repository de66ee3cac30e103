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

    /// <summary>
    /// Opens <paramref name="page"/> and sends the form that goes to <paramref name="to"/> with that form's own token and the given fields:
    /// a form without a token is sent without one. What no form of the page goes to is sent with the first token there is.
    /// </summary>
    /// <param name="to">Where the form or its button goes, when not to the page itself.</param>
    public async Task<HttpResponseMessage> PostAsync(string page, string? to, params (string Name, string Value)[] fields)
    {
        var document = await PageAsync(page);
        var sender = document.QuerySelectorAll("form[method=post]").FirstOrDefault(f => Targets(f, page).Contains(Full(page, to ?? page)));
        var token = (sender ?? (IParentNode)document).QuerySelector($"input[name={TokenName}]")?.GetAttribute("value") ?? "";
        using var form = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)), new(TokenName, token)]);
        return await Http.PostAsync(new Uri(to ?? page, UriKind.RelativeOrAbsolute), form);
    }

    /// <summary>Presses the button with that text on <paramref name="page"/>: its form goes where the page itself says, with what stands in it.</summary>
    public async Task<HttpResponseMessage> PressAsync(string page, string button, params (string Name, string Value)[] fields)
    {
        var document = await PageAsync(page);
        var pressed = document.QuerySelectorAll("button").First(b => b.TextContent.Trim() == button);
        var form = pressed.Closest("form") ?? throw new InvalidOperationException($"The button {button} stands in no form.");
        var to = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        var given = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var own = form.QuerySelectorAll("input[type=hidden][name]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? "")).Where(f => !given.Contains(f.Name));
        var sent = own.Concat(fields).Concat(pressed.GetAttribute("name") is { } name ? [(name, pressed.GetAttribute("value") ?? "")] : []);
        using var content = new FormUrlEncodedContent([.. sent.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        return await Http.PostAsync(new Uri(Full(page, to is { Length: > 0 } ? to : page), UriKind.Relative), content);
    }

    private static IEnumerable<string> Targets(IElement form, string page) =>
        form.QuerySelectorAll("button[formaction]").Select(b => b.GetAttribute("formaction")!).Prepend(form.GetAttribute("action") is { Length: > 0 } action ? action : page)
            .Select(a => Full(page, a));

    private static string Full(string page, string address) => new Uri(new Uri(new Uri("http://localhost"), page), address).PathAndQuery;

    public static async Task<IDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }
}
