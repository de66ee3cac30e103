using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Medborgardialog.Application.Consultations;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>What a fifteen-year-old reads: how hard, and for how long.</summary>
[Collection(WalkedExempelby.Name)]
public partial class YouthWordsTests(ExempelbyFixture web)
{
    /// <summary>
    /// Words a minute when a fourteen-year-old reads aloud, which is slower than reading for oneself (151 in the middle, in the spring of grade
    /// 8: J. Hasbrouck and G. Tindal, Oral reading fluency norms, The Reading Teacher 59, 2006).
    /// </summary>
    private const double WordsAMinute = 150;

    /// <summary>Seconds to choose and press, beside the reading.</summary>
    private const double Choosing = 4;

    /// <summary>Läsbarhetsindex below this is easy (ux S19).</summary>
    private const int Easy = 35;

    private const string Parts = "h1,h2,h3,p,li,dt,dd,legend,label";

    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public static TheoryData<string> Pages =>
    [
        "/ungdom", "/ungdom/hem", "/ungdom/omgang/3", "/ungdom/snack", "/ungdom/snack/1", "/ungdom/snack/3", "/ungdom/paverkat", "/ungdom/resultat/2", "/ungdom/medlemskap",
        "/ungdom/lamna", "/ungdom/hjalp", "/ungdom/vardnadshavare",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_of_the_youth_panel_is_easy_to_read(string url)
    {
        using var young = await YoungAsync();

        var page = await young.PageAsync(url);

        var read = PlainLanguage.Of(Sentences(page.QuerySelector("main")!))!;
        TestContext.Current.TestOutputHelper!.WriteLine($"{url}: {read.Words} words, LIX {read.Lix}");
        Assert.True(read.Lix < Easy, $"{url}: LIX {read.Lix}");
    }

    [Fact]
    public async Task A_whole_wave_is_read_and_answered_within_three_minutes()
    {
        using var young = await YoungAsync();
        var seconds = 0.0;
        var at = await young.PageAsync("/ungdom/omgang/3");
        seconds += Reading(at);
        using var begun = await young.PostAsync("/ungdom/omgang/3", null);
        using var first = await young.PostAsync("/ungdom/omgang/3", begun.Headers.Location!.ToString());
        for (var number = 1; number <= 8; number++)
        {
            var question = await young.PageAsync($"/enkater/ungdomspanelen-3/fraga/{number}");
            seconds += Reading(question) + Choosing;
            var choice = question.QuerySelector("input[name=val]")?.GetAttribute("value");
            using var answered = await young.PostAsync($"/enkater/ungdomspanelen-3/fraga/{number}", null, choice is null ? ("text", "Bra.") : ("val", choice));
        }

        var check = await young.PageAsync("/enkater/ungdomspanelen-3/kontrollera");
        seconds += Reading(check);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0} seconds"));
        Assert.InRange(seconds, 30, 180);
    }

    /// <summary>Seconds; what stood on a page before, such as the note below each question, is not read again.</summary>
    private double Reading(IDocument page) => 60 * Texts(page.QuerySelector("main")!).Where(_read.Add).Sum(t => Word().Count(t)) / WordsAMinute;

    /// <summary>Each paragraph, heading, list item and button is read as a sentence.</summary>
    private static string Sentences(IElement main) =>
        string.Join(' ', Texts(main).Select(t => char.IsPunctuation(t[^1]) && t[^1] != ')' ? t : t + "."));

    private static IEnumerable<string> Texts(IElement main) => main.QuerySelectorAll(Parts).Where(e => e.QuerySelectorAll(Parts).Length == 0)
        .Select(e => e.TextContent.Trim()).Where(t => t.Length > 0);

    private async Task<Visitor> YoungAsync() =>
        web.SignedIn(web.ResidentCookie(await web.ReadAsync(db => db.Set<Resident>().SingleAsync(r => r.Email == "blaalg@exempelby.example"))));

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
