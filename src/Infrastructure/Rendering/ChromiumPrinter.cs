using System.Diagnostics;
using Medborgardialog.Application.Reports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Medborgardialog.Infrastructure.Rendering;

/// <summary>Prints with a headless Chromium: the one in configuration (<c>Reports:Chromium</c>), on the machine, or from npm.</summary>
internal sealed partial class ChromiumPrinter(IConfiguration configuration, IHostEnvironment environment, ILogger<ChromiumPrinter> log) : IPdfPrinter
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    public async Task<byte[]?> PrintAsync(string document, CancellationToken cancellationToken)
    {
        if (Chromium.Find(configuration["Reports:Chromium"], environment.ContentRootPath) is not { } browser)
        {
            NoBrowser();
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("medborgardialog-pdf-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "rapport.html"), Path.Combine(folder.FullName, "rapport.pdf"));
            await File.WriteAllTextAsync(page, document, cancellationToken);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(_patience);
            await RunAsync(browser, folder.FullName, page, pdf, sandboxed: !Chromium.SandboxRefuses, patience.Token);
            if (!File.Exists(pdf) && OperatingSystem.IsLinux())
            {
                // Containers forbid what the sandbox is made of. The document is our own and holds no script.
                await RunAsync(browser, folder.FullName, page, pdf, sandboxed: false, patience.Token);
            }

            return File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancellationToken) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(Chromium browser, string folder, string page, string pdf, bool sandboxed, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(browser.Path) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };

        // Nothing of the document needs the network, so nothing is let out.
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-extensions", "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND", $"--user-data-dir={Path.Combine(folder, "profil")}",
            "--no-pdf-header-footer", "--generate-pdf-document-outline", $"--print-to-pdf={pdf}",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in browser.Variables)
        {
            start.Environment[name] = value;
        }

        if (!sandboxed)
        {
            start.ArgumentList.Add("--no-sandbox");
        }

        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        using var process = Process.Start(start)!;
        try
        {
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken),
                process.WaitForExitAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No Chromium was found: reports are made without PDF. Install chromium or set Reports:Chromium.")]
    private partial void NoBrowser();
}
