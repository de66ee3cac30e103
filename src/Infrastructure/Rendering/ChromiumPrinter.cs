using Medborgardialog.Application.Reports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>
/// Prints with a headless Chromium: the one in configuration (<c>Reports:Chromium</c>), on the machine, or from npm. It is told what
/// to do over its debugging protocol, since the one from npm has no <c>--print-to-pdf</c>.
/// </summary>
internal sealed partial class ChromiumPrinter(IConfiguration configuration, IHostEnvironment environment, ILogger<ChromiumPrinter> log) : IPdfPrinter
{
    /// <summary>For the start of the browser and for each thing that it is told.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    /// <summary>Nothing of the document needs the network, so nothing is let out.</summary>
    private static readonly string[] _quiet =
    [
        "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
        "--disable-quic", "--disable-dev-shm-usage",

        // Quoted, since the arguments become one line.
        "--host-resolver-rules=\"MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1\"",
    ];

    public async Task<byte[]?> PrintAsync(string document, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (Chromium.Find(configuration["Reports:Chromium"], environment.ContentRootPath) is not { } browser)
        {
            NoBrowser();
            return null;
        }

        try
        {
            return SteadyPdf.Settle(await PrintAsync(browser, document, cancellationToken), at);
        }
        catch (Exception failure) when (failure is (PuppeteerException or TimeoutException) && !cancellationToken.IsCancellationRequested)
        {
            // A committee that gets its report without PDF is better off than one that gets none.
            Failed(failure, browser.Path);
            return null;
        }
    }

    /// <summary>The document as PDF. Throws <see cref="PuppeteerException"/> when the browser cannot.</summary>
    internal static async Task<byte[]> PrintAsync(Chromium browser, string document, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("medborgardialog-pdf-");
        try
        {
            var page = Path.Combine(folder.FullName, "rapport.html");
            await File.WriteAllTextAsync(page, document, cancellationToken);
            try
            {
                return await PrintAsync(browser, folder.FullName, page, sandboxed: !Chromium.SandboxRefuses, cancellationToken);
            }
            catch (ProcessException) when (OperatingSystem.IsLinux() && !Chromium.SandboxRefuses)
            {
                // Containers forbid what the sandbox is made of. The document is our own and holds no script.
                return await PrintAsync(browser, folder.FullName, page, sandboxed: false, cancellationToken);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<byte[]> PrintAsync(Chromium chromium, string folder, string file, bool sandboxed, CancellationToken cancellationToken)
    {
        var options = new LaunchOptions
        {
            ExecutablePath = chromium.Path,
            Headless = true,
            UserDataDir = Path.Combine(folder, sandboxed ? "profil" : "profil-2"),
            Timeout = (int)_patience.TotalMilliseconds,
            ProtocolTimeout = (int)_patience.TotalMilliseconds,
            Args = sandboxed ? _quiet : [.. _quiet, "--no-sandbox"],
        };
        foreach (var (name, value) in chromium.Variables)
        {
            options.Env[name] = value;
        }

        await using var browser = await Puppeteer.LaunchAsync(options);
        await using var stop = cancellationToken.Register(() => browser.Process?.Kill(entireProcessTree: true));
        await using var page = await browser.NewPageAsync();
        await page.GoToAsync(new Uri(file).AbsoluteUri);
        return await page.PdfDataAsync(new PdfOptions
        {
            Format = PaperFormat.A4, PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true,
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No Chromium was found: reports are made without PDF. Install chromium or set Reports:Chromium.")]
    private partial void NoBrowser();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Browser} could not print: the report is made without PDF.")]
    private partial void Failed(Exception failure, string browser);
}
