using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>One Exempelby for those who walk through all of it.</summary>
[CollectionDefinition(Name)]
public sealed class WalkedExempelby : ICollectionFixture<ExempelbyFixture>
{
    public const string Name = "The whole of Exempelby";
}

/// <param name="Broken">Links that lead nowhere, with where they stand.</param>
public sealed record Walk(IReadOnlyList<string> Broken, IReadOnlyList<(string Url, IDocument Page)> Pages);

/// <summary>Exempelby while answering and talk are open, and a walk through it along the links.</summary>
public sealed class ExempelbyFixture : WebFixture
{
    private const int MostPages = 250;
    private readonly ConcurrentDictionary<string, Lazy<Task<Walk>>> _walks = new(StringComparer.Ordinal);

    /// <summary>Nobody, a resident, and the staff with different roles.</summary>
    public static TheoryData<string> People => ["", "Ärla Åkerö", "Maria Demolund", "Karin Mallberg", "Bengt Exempelström", "Omar Testare"];

    protected override string Scenario => "svara";

    public async Task<Visitor> VisitorAsync(string name)
    {
        if (name.Length == 0)
        {
            return Anonymous();
        }

        var resident = await ReadAsync(db => db.Set<Resident>().Where(r => r.DisplayName == name).OrderBy(r => r.CreatedAt).FirstOrDefaultAsync());
        return resident is null ? await StaffAsync(name) : SignedIn(ResidentCookie(resident));
    }

    /// <summary>What a person finds along the links, walked once for all who ask.</summary>
    public Task<Walk> WalkAsync(string name) =>
        _walks.GetOrAdd(name, n => new(async () =>
        {
            using var visitor = await VisitorAsync(n);
            return await WalkAsync(visitor);
        })).Value;

    private static async Task<Walk> WalkAsync(Visitor visitor)
    {
        var broken = new List<string>();
        var pages = new List<(string, IDocument)>();
        const string answer = "/radslag/stortorget/svara";
        using var started = await visitor.PostAsync(answer, null);
        string[] doors =
        [
            "/", "/arbetsyta", "/namndrum", "/system/anvandare",
            .. Enumerable.Range(1, 6).Select(n => $"{answer}/fraga/{n}"), $"{answer}/kontrollera", $"{answer}/om-dig", $"{answer}/klart",
        ];
        var seen = new HashSet<string>(doors, StringComparer.Ordinal);
        var waiting = new Queue<(string Url, string From)>(doors.Select(d => (d, "")));
        while (waiting.TryDequeue(out var next) && pages.Count < MostPages)
        {
            using var response = await visitor.GetAsync(next.Url);
            if (response.StatusCode == HttpStatusCode.Found)
            {
                Follow(response.Headers.Location!.ToString(), next.Url);
            }
            else if (!response.IsSuccessStatusCode && next.From.Length > 0)
            {
                broken.Add($"{(int)response.StatusCode} {next.Url} (from {next.From})");
            }
            else if (response.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var page = await Visitor.ParseAsync(response);
                pages.Add((next.Url, page));
                foreach (var link in page.QuerySelectorAll("a[href]"))
                {
                    Follow(link.GetAttribute("href")!, next.Url);
                }
            }
        }

        return new Walk(broken, pages);

        void Follow(string href, string from)
        {
            // The same page in English, other sites and signing out are not followed; nor is a page twice with other filters.
            var target = new Uri(new Uri(visitor.Http.BaseAddress!, from), href);
            var url = target.PathAndQuery;
            if (target.Authority == visitor.Http.BaseAddress!.Authority && !url.StartsWith("/en", StringComparison.Ordinal)
                && !url.StartsWith("/logga-", StringComparison.Ordinal) && seen.Add(url.Length > 120 ? target.AbsolutePath : url))
            {
                waiting.Enqueue((url, from));
            }
        }
    }
}
