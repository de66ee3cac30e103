using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Medborgardialog.Application.Ballots;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>
/// The same rådslag twice: the same people do the same things at the same times, and only what they choose differs. Until the
/// closing no page for anybody else may show a difference, in no byte.
/// </summary>
public partial class TwoWorldsTests
{
    private const int MostPages = 150;

    /// <summary>A page may show the minute, and a minute may end between two readings; what shows an answer differs every time.</summary>
    private const int Readings = 3;

    private static readonly string[] Watchers = ["", "Maria Demolund", "Karin Mallberg", "Bengt Exempelström", "Omar Testare"];

    private static readonly string[] Doors =
    [
        "/", "/dialoger", "/rapporter", "/kvitto", "/arbetsyta", "/arbetsyta/radslag", "/arbetsyta/radslag/stortorget", "/arbetsyta/radslag/stortorget/hantera",
        "/arbetsyta/rapporter", "/arbetsyta/rapporter/stortorget", "/namndrum", "/system/anvandare", "/radslag/stortorget", "/radslag/stortorget/resultat",
        "/radslag/stortorget/resultat?handler=data", "/radslag/stortorget/spelregler.json", "/radslag/stortorget/svara", "/radslag/stortorget/diskussion",
        "/arbetsyta/radslag/stortorget/deltagande",
    ];

    [Fact]
    public async Task Until_closing_no_page_shows_what_people_answered()
    {
        var residents = Enumerable.Range(0, 12).Select(NewResident).ToList();
        var worlds = await World.SameAsync(2, "svara", residents);
        await using var one = worlds[0];
        await using var other = worlds[1];
        for (var i = 0; i < residents.Count; i++)
        {
            await one.AnswerAsync(residents[i], choice: i, isChange: false);
            await other.AnswerAsync(residents[i], choice: i % 2, isChange: false);
        }

        foreach (var (resident, i) in residents.Take(4).Select((r, i) => (r, i)))
        {
            await one.AnswerAsync(resident, choice: i + 1, isChange: true);
            await other.AnswerAsync(resident, choice: i + 2, isChange: true);
        }

        foreach (var watcher in Watchers)
        {
            var (pages, different) = await CompareAsync(one, other, watcher);

            Assert.True(different.Count == 0, $"{watcher} sees a difference: {string.Join(Environment.NewLine, different)}");
            Assert.True(pages > 15, $"{watcher} saw {pages} pages only");
        }

        // The answers do differ, and the comparison sees it as soon as they may be seen.
        await CloseAsync(one);
        await CloseAsync(other);
        Assert.NotEqual(await ReadAsync(one, one.Anonymous(), Doors[14]), await ReadAsync(other, other.Anonymous(), Doors[14]));
    }

    private static Resident NewResident(int number)
    {
        var resident = new Resident($"provare{number}@exempelby.example", TimeProvider.System.GetUtcNow());
        resident.ChooseName($"Provare {number}");
        return resident;
    }

    private static async Task CloseAsync(World world)
    {
        await world.ExecuteAsync($"UPDATE consultation SET closes_at = clock_timestamp(), results_at = clock_timestamp() WHERE slug = 'stortorget'");
        var id = await world.ReadAsync(db => Task.FromResult(db.Set<Domain.Consultations.Consultation>().Single(c => c.Slug == "stortorget").Id));
        await world.Services.GetRequiredService<IBallotBox>().SealAsync(id, TestContext.Current.CancellationToken);
    }

    /// <summary>Walks both worlds along the links, side by side.</summary>
    private static async Task<(int Pages, List<string> Different)> CompareAsync(World one, World other, string watcher)
    {
        using var here = watcher.Length == 0 ? one.Anonymous() : await one.StaffAsync(watcher);
        using var there = watcher.Length == 0 ? other.Anonymous() : await other.StaffAsync(watcher);
        var seen = new HashSet<string>(Doors, StringComparer.Ordinal);
        var waiting = new Queue<string>(Doors);
        var (pages, different) = (0, new List<string>());
        while (waiting.TryDequeue(out var url) && pages < MostPages)
        {
            var (first, second) = (await ReadAsync(one, here, url), await ReadAsync(other, there, url));
            for (var reading = 1; first != second && reading < Readings; reading++)
            {
                (first, second) = (await ReadAsync(one, here, url), await ReadAsync(other, there, url));
            }

            pages++;
            if (first != second)
            {
                different.Add($"{url}: {Around(first, second)}");
            }

            foreach (var link in Links().Matches(first).Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value)))
            {
                Follow(new Uri(new Uri(here.Http.BaseAddress!, url), link));
            }
        }

        return (pages, different);

        void Follow(Uri target)
        {
            // Other sites, the same page in English, signing in and out, and the same page under many filters are left out.
            var path = target.PathAndQuery;
            if (target.Authority == here.Http.BaseAddress!.Authority && !path.StartsWith("/en", StringComparison.Ordinal)
                && !path.StartsWith("/logga-", StringComparison.Ordinal) && !path.StartsWith("/dist/", StringComparison.Ordinal) && path.Length < 120 && seen.Add(path))
            {
                waiting.Enqueue(path);
            }
        }
    }

    /// <summary>
    /// Status, headers and body, byte by byte. Made equal are only what is random in every answer whatever is stored (antiforgery
    /// tokens, the keys that make a form sent twice count once, the cookies with them), the clock of the answer, and the address of
    /// the world itself.
    /// </summary>
    private static async Task<string> ReadAsync(World world, Visitor visitor, string url)
    {
        using var response = await visitor.GetAsync(url);
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(h => h.Key is not ("Date" or "Set-Cookie"))
            .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        var cookies = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(c => c.Split('=')[0]) : [];
        var body = Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync());
        var all = $"{(int)response.StatusCode}\n{string.Join('\n', headers.Order(StringComparer.Ordinal))}\n{string.Join(' ', cookies)}\n\n{body}";
        return Random().Replace(all, "${field}").Replace(world.Address, "", StringComparison.Ordinal);
    }

    private static string Around(string first, string second)
    {
        var at = first.Zip(second).TakeWhile(p => p.First == p.Second).Count();
        var from = Math.Max(0, at - 80);
        return $"…{first[from..Math.Min(first.Length, at + 80)]}… or …{second[from..Math.Min(second.Length, at + 80)]}…";
    }

    [GeneratedRegex("(?<field>name=\"(__RequestVerificationToken|nyckel)\"( type=\"hidden\")?) value=\"[^\"]*\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Random();

    [GeneratedRegex("<a [^>]*href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();
}
