using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Medborgardialog.Web.Pages;

/// <summary>
/// Public pages are compressed, over https too. Pages with something that only this visitor or only staff may know are not:
/// the length of a compressed page tells somebody who can put text of their own beside a secret how much the two are alike
/// (BREACH). Form tokens need no such care, they are sealed anew in every page. Style sheets and scripts are compressed once,
/// when the application is published.
/// </summary>
internal static class Compression
{
    private static readonly string[] _withSecrets = ["/kvitto", "/logga-in", "/logga-ut", "/arbetsyta", "/namndrum", "/system", "/utveckling"];

    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });

        // Higher levels take several times the time for a tenth of the size of a page.
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }

    /// <summary>After the language prefix has been taken off the path.</summary>
    public static void UseCompression(this WebApplication app) =>
        app.UseWhen(context => IsPublic(context.Request.Path), branch => branch.UseResponseCompression());

    private static bool IsPublic(PathString path) =>
        !Array.Exists(_withSecrets, area => path.StartsWithSegments(area, StringComparison.OrdinalIgnoreCase)) && !IsAnswering(path.Value ?? "");

    /// <summary><c>/radslag/{slug}/svara…</c>: answers, receipt and edit key.</summary>
    private static bool IsAnswering(string path) =>
        path.Split('/') is ["", _, _, var step, ..] && step.Equals("svara", StringComparison.OrdinalIgnoreCase);
}
