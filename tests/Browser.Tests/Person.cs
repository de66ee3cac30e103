using System.Text.RegularExpressions;
using Medborgardialog.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Medborgardialog.Browser.Tests;

/// <summary>Somebody with a browser of their own, who reads what the page says and acts by labels and names.</summary>
public sealed partial class Person : IAsyncDisposable
{
    /// <summary>Milliseconds until what does not come is missing. Long, since it costs nothing when all is well.</summary>
    private const float Patience = 60_000;

    private readonly IBrowserContext _context;
    private readonly string _address;
    private readonly List<string> _complaints = [];

    private Person(IBrowserContext context, IPage page, string address)
    {
        (_context, Page, _address) = (context, page, address);
        page.Console += (_, message) => Complain(message.Type is "error", $"console: {message.Text}");
        page.PageError += (_, error) => Complain(true, $"script: {error}");
        page.Request += (_, request) => Complain(!IsOurs(request.Url, address), $"asks another: {request.Url}");
        page.Response += (_, response) => Complain(response.Status >= 500 || (response.Status >= 400 && response.Request.ResourceType is not "document"), $"{response.Status} {response.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors in the console, refusals of the content security policy, and requests that left our own address.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Begins anew with the complaints.</summary>
    public void Forget() => _complaints.Clear();

    public static async Task<Person> AtAsync(SharedBrowser browser, WebFixture web, bool script = true)
    {
        var context = await browser.ContextAsync(web.Address, script);
        context.SetDefaultTimeout(Patience);
        return new Person(context, await context.NewPageAsync(), web.Address);
    }

    /// <summary>Signed in by a session that the application has sealed.</summary>
    public async Task<Person> WithSessionAsync(WebFixture web, string cookie)
    {
        await _context.AddCookiesAsync([new() { Name = web.CookieName, Value = cookie, Url = web.Address, HttpOnly = true }]);
        return this;
    }

    /// <summary>A resident who asks for a code, reads it in the mail and chooses a name.</summary>
    public async Task SignInByMailAsync(WebFixture web, string email, string name)
    {
        if (!Page.Url.Contains("/logga-in", StringComparison.Ordinal))
        {
            await GoAsync("/logga-in");
        }

        await FillAsync("E-post", email);
        await PressAsync("Skicka kod");
        await FillAsync("Kod", Code().Match(await web.MailAsync(email)).Value);
        await PressAsync("Logga in");
        await FillAsync("Namn som visas", name);
        await PressAsync("Fortsätt");
    }

    /// <summary>A member of staff who chooses the account at the local identity provider.</summary>
    public async Task SignInAsStaffAsync(string name)
    {
        await GoAsync("/logga-in/personal");
        await ClickAsync("Till kommunens inloggning");
        await Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Logga ut", IncludeHidden = true }).First).ToBeAttachedAsync(new() { Timeout = Patience });
    }

    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(path);

    public Task FillAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>An option of a list, by the beginning of its text.</summary>
    public async Task ChooseAsync(string label, string text)
    {
        var list = Page.GetByLabel(label, new() { Exact = true });
        var value = await list.Locator("option").Filter(new() { HasText = text }).First.GetAttributeAsync("value");
        await list.SelectOptionAsync(value!);
    }

    /// <summary>A radio button or box, by the beginning of its label.</summary>
    public Task TickAsync(string label) => Page.Locator("label", new() { HasTextRegex = new Regex($"^\\s*{Regex.Escape(label)}", RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.ClickAsync();

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    public Task ClickAsync(string link) => Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    /// <summary>Waits until the text stands on the page.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync(new() { Timeout = Patience });

    public Task SeesHeadingAsync(string text) => Assertions.Expect(Page.Locator("h1")).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Opens a page again and again, as a person without script does, until a button or text is there.</summary>
    public async Task ReloadUntilAsync(string path, Func<IPage, ILocator> wanted)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        do
        {
            if (await OpensAsync(path) && await wanted(Page).CountAsync() > 0)
            {
                return;
            }
        }
        while (await pause.WaitForNextTickAsync(patience.Token));
    }

    /// <summary>False when the page that was there loaded itself anew in the same moment, as one that waits for a job does.</summary>
    private async Task<bool> OpensAsync(string path)
    {
        try
        {
            await GoAsync(path);
            return true;
        }
        catch (PlaywrightException interrupted) when (interrupted.Message.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    /// <summary>The local identity provider is another port of this machine.</summary>
    private static bool IsOurs(string url, string address) =>
        url.StartsWith(address, StringComparison.Ordinal) || url.StartsWith("data:", StringComparison.Ordinal)
        || (new Uri(url).IsLoopback && url.Contains("/oauth2/", StringComparison.Ordinal));

    /// <summary>The identity provider's own pages are not ours to mend.</summary>
    private void Complain(bool wrong, string what)
    {
        if (wrong && (Page.Url.StartsWith(_address, StringComparison.Ordinal) || !new Uri(Page.Url).IsLoopback))
        {
            _complaints.Add($"{new Uri(Page.Url).PathAndQuery} {what}");
        }
    }

    [GeneratedRegex("[0-9]{8}", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
