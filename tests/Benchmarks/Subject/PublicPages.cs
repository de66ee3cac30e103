using System.Text;
using AngleSharp.Html.Parser;
using Medborgardialog.Benchmarks.Measuring;

namespace Medborgardialog.Benchmarks.Subject;

/// <summary>Addresses of the exhibit.</summary>
internal static class PublicPages
{
    public const string Consultation = $"/radslag/{Exhibit.Slug}";

    /// <summary>The thread, found as a reader finds it: by its link on the list of threads. Null where there is no such page.</summary>
    public static async Task<string?> ThreadAsync(Uri server)
    {
        const string List = $"{Consultation}/diskussion";
        using var connection = new Connection(server);
        var page = await connection.SendAsync(Http.Get(server, List));
        if (page.Status != 200)
        {
            return null;
        }

        var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page.Body));
        return document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!)
            .Where(href => href.StartsWith(List + "/", StringComparison.Ordinal) && href.Split('?', '#')[0].EndsWith("-1", StringComparison.Ordinal))
            .Select(href => href.Split('?', '#')[0])
            .FirstOrDefault();
    }
}
