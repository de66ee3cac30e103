using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Medborgardialog.Load;

/// <summary>A page as a browser without script sees it.</summary>
internal sealed record Page(Uri Address, HttpStatusCode Status, IHtmlDocument Document)
{
    public string Text => Document.Body?.TextContent ?? "";

    public bool Is(string path) => Address.AbsolutePath == path;

    public bool HasForm(string name) =>
        Document.Forms.Any(f => f.Elements.Any(e => e.GetAttribute("name") == name));

    /// <summary>The form that has a field with this name.</summary>
    public Form FormWith(string name) =>
        new(this, Document.Forms.FirstOrDefault(f => f.Elements.Any(e => e.GetAttribute("name") == name)) ?? throw Unexpected($"a form with '{name}'"));

    /// <summary>The only form of the page's own content.</summary>
    public Form MainForm() => new(this, Document.QuerySelector("main form") as IHtmlFormElement ?? throw Unexpected("a form"));

    public LoadException Unexpected(string wanted) => new(
        $"{Address.PathAndQuery} answered {(int)Status} \"{Document.QuerySelector("h1")?.TextContent.Trim()}\" instead of {wanted}");
}

/// <summary>A form with the values it would send if nothing were typed.</summary>
internal sealed class Form
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    public Form(Page page, IHtmlFormElement form)
    {
        Action = new Uri(page.Address, form.GetAttribute("action") is { Length: > 0 } action ? action : page.Address.PathAndQuery);
        foreach (var element in form.Elements)
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box when box.IsChecked:
                    _fields.Add(new(name, box.Value));
                    break;
                case IHtmlInputElement { Type: not ("radio" or "checkbox" or "submit" or "image" or "button") } input:
                    _fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    _fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select when select.Value is { Length: > 0 } value:
                    _fields.Add(new(name, value));
                    break;
            }
        }
    }

    public Uri Action { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>Replaces every value of <paramref name="name"/>.</summary>
    public Form Set(string name, params string[] values)
    {
        _fields.RemoveAll(f => f.Key == name);
        _fields.AddRange(values.Select(v => new KeyValuePair<string, string>(name, v)));
        return this;
    }
}

/// <summary>Something the application answered that a resident would call a fault.</summary>
internal sealed class LoadException(string message) : Exception(message);

/// <summary>What all browsers of a run share.</summary>
/// <param name="WhenGone">Waits until the server answers again. Null: a lost connection is an error.</param>
internal sealed record Network(HttpMessageInvoker Http, Uri Server, Timings Timings, Func<Task>? WhenGone);

/// <summary>One resident's browser: own cookies, forms, redirects, no script.</summary>
internal sealed class Browser(Network network)
{
    private const int MostHops = 10;
    private static readonly HtmlParser Parser = new();
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>Requests of this browser that the server never answered.</summary>
    public int Interrupted { get; private set; }

    /// <summary>The cookie header, for a live connection by the same resident.</summary>
    public string CookieHeader => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));

    /// <summary>Another window with the same cookies.</summary>
    public Browser Copy()
    {
        var copy = new Browser(network);
        foreach (var (name, value) in _cookies)
        {
            copy._cookies[name] = value;
        }

        return copy;
    }

    /// <param name="step">What the table calls it.</param>
    public Task<Page> GetAsync(string step, string path) =>
        FollowAsync(step, () => new HttpRequestMessage(HttpMethod.Get, new Uri(network.Server, path)));

    /// <summary>Sends the form as it stands.</summary>
    public Task<Page> SubmitAsync(string step, Form form) => FollowAsync(
        step, () => new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(form.Fields) });

    /// <summary>A page that must be there: anything but 200 is an error.</summary>
    public async Task<Page> ReadAsync(string step, string path)
    {
        var page = await GetAsync(step, path);
        return page.Status == HttpStatusCode.OK ? page : throw page.Unexpected("a page that can be read");
    }

    private async Task<Page> FollowAsync(string step, Func<HttpRequestMessage> first)
    {
        var from = Stopwatch.GetTimestamp();
        var next = first;
        for (var hops = 0; hops < MostHops; hops++)
        {
            var (address, status, location, html) = await SendAsync(next);
            if (location is not null)
            {
                var target = new Uri(address, location);
                next = () => new HttpRequestMessage(HttpMethod.Get, target);
                continue;
            }

            network.Timings.Done(step, from);
            return new Page(address, status, Parser.ParseDocument(html));
        }

        throw new LoadException("Too many redirects");
    }

    /// <summary>One request; sent again, the same in every byte, when the server went away before it had answered.</summary>
    private async Task<(Uri Address, HttpStatusCode Status, Uri? Location, string Html)> SendAsync(Func<HttpRequestMessage> make)
    {
        while (true)
        {
            using var request = make();
            try
            {
                if (_cookies.Count > 0)
                {
                    request.Headers.Add("Cookie", CookieHeader);
                }

                if (request.Method == HttpMethod.Post)
                {
                    request.Headers.Add("Origin", network.Server.GetLeftPart(UriPartial.Authority));
                }

                using var response = await network.Http.SendAsync(request, CancellationToken.None);
                var html = await response.Content.ReadAsStringAsync();
                KeepCookies(response);
                return (request.RequestUri!, response.StatusCode, (int)response.StatusCode is >= 300 and < 400 ? response.Headers.Location : null, html);
            }
            catch (Exception e) when (network.WhenGone is not null && e is HttpRequestException or IOException)
            {
                Interrupted++;
                network.Timings.Interrupt();
                await network.WhenGone!();
            }
        }
    }

    private void KeepCookies(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var headers))
        {
            return;
        }

        foreach (var header in headers)
        {
            var pair = header.Split(';', 2);
            var name = pair[0][..pair[0].IndexOf('=', StringComparison.Ordinal)];
            var value = pair[0][(name.Length + 1)..];
            if (value.Length == 0 || header.Contains("expires=Thu, 01 Jan 1970", StringComparison.OrdinalIgnoreCase))
            {
                _cookies.Remove(name);
            }
            else
            {
                _cookies[name] = value;
            }
        }
    }
}
