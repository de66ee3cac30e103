using System.IO.Compression;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Medborgardialog.Benchmarks.Measuring;
using Medborgardialog.Benchmarks.Subject;

namespace Medborgardialog.Benchmarks.Measures;

/// <summary>P20: bytes on the wire, heads included, of a first view: the page and every style sheet, script and picture that it names.</summary>
internal sealed partial class PageWeight(Site site, Effort effort, Report report) : Measure(site, effort, report)
{
    private const string Encodings = "gzip, deflate, br";
    private const double Kilobyte = 1000;

    public override IReadOnlyList<string> Numbers => ["P20"];

    public override async Task RunAsync()
    {
        var people = await new Participants(Site).MakeAsync(1);
        await AddAsync("rådslag page", PublicPages.Consultation, "");
        await AddAsync("question page", $"/radslag/{Exhibit.Slug}/svara/fraga/5", people.All[0].FlowCookies);
        await AddAsync("check page", Participant.CheckPath, people.All[0].FlowCookies);
        if (await PublicPages.ThreadAsync(Site.App.Address) is { } thread)
        {
            await AddAsync("thread page (20 posts)", thread, "");
        }
        else
        {
            Report.Add("P20", "Weight of a first view, thread page", "≤ 70 kB, HTML ≤ 15", "≤ 35 kB, HTML ≤ 8", "not measured: there is no thread page", "–");
        }
    }

    private async Task AddAsync(string name, string path, string cookies)
    {
        using var connection = new Connection(Site.App.Address);
        var page = await connection.SendAsync(Http.Get(Site.App.Address, path, cookies, Encodings));
        if (page.Status != 200)
        {
            Report.Fail($"{path} answered {page.Status}");
            return;
        }

        var text = Text(page);
        var waiting = new Queue<Uri>(Named(text).Select(n => new Uri(new Uri(Site.App.Address, path), n)));
        var files = new Dictionary<string, Answer>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var file))
        {
            if (files.ContainsKey(file.PathAndQuery) || file.Authority != Site.App.Address.Authority)
            {
                continue;
            }

            var answer = await connection.SendAsync(Http.Get(Site.App.Address, file.PathAndQuery, cookies, Encodings));
            files[file.PathAndQuery] = answer;
            if (file.AbsolutePath.EndsWith(".js", StringComparison.Ordinal))
            {
                foreach (Match import in Imports().Matches(Text(answer)))
                {
                    waiting.Enqueue(new Uri(file, import.Groups["file"].Value));
                }
            }
        }

        foreach (var (file, answer) in files.Where(f => f.Value.Status != 200))
        {
            Report.Fail($"{file} answered {answer.Status}");
        }

        var all = page.Bytes + files.Values.Sum(f => f.Bytes);
        Report.Add(
            "P20", $"Weight of a first view, {name}, all files and HTML alone", "≤ 70 kB, HTML ≤ 15", "≤ 35 kB, HTML ≤ 8",
            $"{Report.Number(all / Kilobyte)} kB, HTML {Report.Number(page.Bytes / Kilobyte)}", "–");
        Report.Note($"{name}: HTML {Encoding(page)}; " + string.Join(", ", files.Select(f => $"{f.Key.Split('?')[0]} {Report.Number(f.Value.Bytes / Kilobyte)} kB {Encoding(f.Value)}")) + ".");
    }

    private static string Encoding(Answer answer) => answer.Header("Content-Encoding") ?? "not compressed";

    private static IEnumerable<string> Named(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        return document.QuerySelectorAll("link[rel~=stylesheet][href], link[rel~=icon][href], link[rel~=modulepreload][href]").Select(l => l.GetAttribute("href")!)
            .Concat(document.Scripts.Where(s => s.Source is not null).Select(s => s.Source!))
            .Concat(document.Images.Where(i => i.GetAttribute("loading") != "lazy").Select(i => i.GetAttribute("src")!))
            .Distinct(StringComparer.Ordinal);
    }

    private static string Text(Answer answer)
    {
        using var body = new MemoryStream(answer.Body);
        using Stream plain = answer.Header("Content-Encoding") switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain, System.Text.Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Static imports only: what is imported later is not part of the first view.</summary>
    [GeneratedRegex("""(?:^|;|\})(?:import|export)[^;"'()]*["'](?<file>\./[^"']+)["']""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Imports();
}
