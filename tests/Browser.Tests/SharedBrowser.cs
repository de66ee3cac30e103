using Medborgardialog.Browser.Tests;
using Medborgardialog.Browser.Tests.Looks;
using Medborgardialog.Infrastructure.Rendering;
using Medborgardialog.TestSupport;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedBrowser))]
[assembly: AssemblyFixture(typeof(Scenes))]

namespace Medborgardialog.Browser.Tests;

/// <summary>
/// One Chromium for all tests: the one in <c>Reports__Chromium</c>, on the machine, or from npm. Every person gets a context of
/// her own, which shares nothing with the others.
/// </summary>
public sealed class SharedBrowser : IAsyncLifetime
{
    /// <summary>
    /// Without what a test never sees: the browser's own buttons and lists are web pages too, and each new window starts a process
    /// for them and one in reserve. Only the last list that Chromium is given counts, so those that Playwright leaves out follow.
    /// </summary>
    private static readonly string[] Without =
    [
        "InitialWebUI", "WebUIReloadButton", "PreloadTopChromeWebUI", "SpareRendererForSitePerProcess",
        "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades",
        "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "Translate", "OptimizationHints",
        "NetworkTimeServiceQuerying", "AimEnabled",
    ];

    private static readonly string[] Quiet =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--disable-dev-shm-usage", $"--disable-features={string.Join(',', Without)}",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await StartAsync(_playwright, Find());
    }

    /// <summary>A new browser profile in Swedish time and language.</summary>
    /// <param name="address">Where relative addresses lead.</param>
    /// <param name="script">False: as with JavaScript switched off.</param>
    public Task<IBrowserContext> ContextAsync(string address, bool script = true) => _browser!.NewContextAsync(new()
    {
        BaseURL = address,
        JavaScriptEnabled = script,
        Locale = "sv-SE",
        TimezoneId = "Europe/Stockholm",
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new() { Width = 360, Height = 740 },
    });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    internal static Task<IBrowser> StartAsync(IPlaywright playwright, Chromium chromium) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = chromium.Path,
        Args = Quiet,
        ChromiumSandbox = !Chromium.SandboxRefuses,
        Env = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(v => KeyValuePair.Create((string)v.Key, (string)v.Value!))
            .Where(v => !chromium.Variables.ContainsKey(v.Key))
            .Concat(chromium.Variables),
    });

    private static Chromium Find() =>
        Chromium.Find(Environment.GetEnvironmentVariable("Reports__Chromium"), WebHost.Root())
        ?? throw new InvalidOperationException("The browser tests need a Chromium: install Chromium, Chrome or Edge, or set Reports__Chromium to its path.");
}
