using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Medborgardialog.Load;

/// <summary>A page as a browser without script sees it.</summary>
internal sealed record Page(Uri Address, HttpStatusCode Status, IHtmlDocument Document)
{
    public string Text => Document.Body?.TextContent ?? "";

    /// <summary>The form that has a field or button with this name. Throws with the page's heading when there is none.</summary>
    public Form FormWith(string name)
    {
        var form = Document.Forms.FirstOrDefault(f => f.Elements.Any(e => e.GetAttribute("name") == name))
            ?? throw new LoadException($"No form with '{name}' on {Address} ({(int)Status}): {Document.QuerySelector("h1")?.TextContent.Trim()}");
        return new Form(this, form);
    }

    public bool HasForm(string name) =>
        Document.Forms.Any(f => f.Elements.Any(e => e.GetAttribute("name") == name));
}

/// <summary>A form with the values it would send if nothing were typed.</summary>
internal sealed class Form
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    public Form(Page page, IHtmlFormElement form)
    {
        Method = form.Method;
        Action = new Uri(page.Address, form.GetAttribute("action") ?? page.Address.PathAndQuery);
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

    public string Method { get; }

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

/// <summary>One resident's browser: own cookies, forms, redirects, no script.</summary>
internal sealed class Browser(HttpMessageInvoker http, Uri server)
{
    private static readonly HtmlParser Parser = new();
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public Task<Page> GetAsync(string path) => FollowAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(server, path)));

    public Task<Page> GetAsync(Uri address) => FollowAsync(() => new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Sends the form as it stands; <paramref name="button"/> is the one pressed, if it has a name.</summary>
    public Task<Page> SubmitAsync(Form form, (string Name, string Value)? button = null)
    {
        var fields = form.Fields.ToList();
        if (button is { } pressed)
        {
            fields.Add(new(pressed.Name, pressed.Value));
        }

        return FollowAsync(() => new HttpRequestMessage(HttpMethod.Post, form.Action) { Content = new FormUrlEncodedContent(fields) });
    }

    /// <summary>The cookie header, for a live connection by the same resident.</summary>
    public string CookieHeader => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));

    private async Task<Page> FollowAsync(Func<HttpRequestMessage> first)
    {
        var request = first();
        for (var hops = 0; hops < 10; hops++)
        {
            var address = request.RequestUri!;
            if (_cookies.Count > 0)
            {
                request.Headers.Add("Cookie", CookieHeader);
            }

            using var response = await http.SendAsync(request, CancellationToken.None);
            KeepCookies(response);
            request.Dispose();
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, location));
                continue;
            }

            var html = await response.Content.ReadAsStringAsync();
            return new Page(address, response.StatusCode, Parser.ParseDocument(html));
        }

        throw new LoadException("Too many redirects");
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
