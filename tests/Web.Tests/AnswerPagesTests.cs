using System.Net;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Web.Tests;

public class AnswerPagesTests(ExempelbyFixture web) : IClassFixture<ExempelbyFixture>
{
    private const string Answer = "/radslag/stortorget/svara";

    [Theory]
    [InlineData("", "")]
    [InlineData("/en", "/en")]
    [InlineData("", "/en")]
    public async Task An_answer_is_given_in_either_language_and_one_may_change_on_the_way(string begun, string ended)
    {
        using var resident = await web.ResidentAsync();

        await FillAsync(resident, begun + Answer);
        var check = await resident.PageAsync($"{ended}{Answer}/kontrollera");
        using var sent = await SendAsync(resident, $"{ended}{Answer}/kontrollera");
        var receipt = await resident.PageAsync($"{ended}{Answer}/klart");

        Assert.Contains("B ", check.QuerySelector(".sammanfattning")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{ended}{Answer}/klart", sent.Headers.Location!.ToString());
        Assert.NotEmpty(receipt.QuerySelectorAll(".kvitto, .kvittokod, code"));
    }

    [Fact]
    public async Task How_the_answer_is_kept_stands_beside_the_button_that_sends_it()
    {
        using var resident = await web.ResidentAsync();
        await FillAsync(resident, Answer);

        var check = await resident.PageAsync($"{Answer}/kontrollera");

        Assert.Contains("inte vem som svarat vad", check.QuerySelector(".notis")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_person_at_the_same_computer_sees_nothing_of_what_was_sent()
    {
        using var first = await web.ResidentAsync();
        using var second = await web.ResidentAsync("Örjan Demo");
        await FillAsync(first, Answer);
        using var sent = await SendAsync(first, $"{Answer}/kontrollera");
        using var changing = await first.PostAsync(Answer, $"{Answer}?handler=Change");
        var own = await first.PageAsync($"{Answer}/kontrollera");

        // The second person signs in at the same browser: the same cookies but the session.
        first.Forget(web.CookieName);
        using var away = await first.GetAsync($"{Answer}/klart");
        first.Remember(web.CookieName, second.Cookies.GetAllCookies().First(c => c.Name == web.CookieName).Value);
        using var other = await first.GetAsync($"{Answer}/kontrollera");
        using var receipt = await first.GetAsync($"{Answer}/klart");

        Assert.Equal($"{Answer}/kontrollera", changing.Headers.Location!.ToString());
        Assert.Contains("B ", own.QuerySelector(".sammanfattning")!.TextContent, StringComparison.Ordinal);
        Assert.All([away, other, receipt], r => Assert.Equal(Answer, r.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/en")]
    public async Task What_is_begun_is_saved_and_opened_elsewhere_by_the_pages_own_forms(string language)
    {
        var (make, open) = language.Length > 0 ? ("I want to go on with another device", "Open my answers") : ("Jag vill fortsätta på en annan enhet", "Öppna mina svar");
        using var phone = web.Anonymous();
        using var library = web.Anonymous();
        await FillAsync(phone, language + Answer);
        var save = $"{language}{Answer}/spara";

        using var made = await phone.PressAsync(save, make);
        var code = (await Visitor.ParseAsync(made)).QuerySelector(".kod")!.TextContent;
        using var opened = await library.PressAsync(save, open, ("kod", code));

        Assert.StartsWith($"{language}{Answer}/fraga/", opened.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_one_says_so_and_promises_no_result()
    {
        await using var own = await ScenarioFixture.StartAsync("svara");
        using var maria = await own.StaffAsync("Maria Demolund");
        using var resident = await own.ResidentAsync();
        const string run = "/arbetsyta/radslag/stortorget/hantera";
        var version = (await maria.PageAsync($"{run}?gor=Cancel")).QuerySelector("input[name=Version]")!.GetAttribute("value")!;

        using var cancelled = await maria.PostAsync($"{run}?gor=Cancel", run, ("Version", version), ("gor", "Cancel"), ("Input.Reason", "Bidraget drogs in."));
        var start = await resident.PageAsync(Answer);
        var result = await resident.PageAsync("/radslag/stortorget/resultat");

        Assert.Equal(HttpStatusCode.Found, cancelled.StatusCode);
        Assert.All([start, result], page => Assert.Contains("avbrutet", page.QuerySelector(".ingress")!.TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("publiceras", result.QuerySelector(".topp")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task FillAsync(Visitor visitor, string answer)
    {
        using var started = await visitor.PostAsync(answer, null);
        foreach (var number in new[] { 1, 2 })
        {
            var page = await visitor.PageAsync($"{answer}/fraga/{number}");
            var choice = page.QuerySelectorAll("input[name=val]")[1].GetAttribute("value")!;
            using var next = await visitor.PostAsync($"{answer}/fraga/{number}", null, ("val", choice));
            Assert.Equal(HttpStatusCode.Found, next.StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string check)
    {
        var page = await visitor.PageAsync(check);
        string Value(string name) => page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!;
        return await visitor.PostAsync(check, null, ("svar", Value("svar")), ("nyckel", Value("nyckel")));
    }
}
