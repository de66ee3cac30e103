using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Medborgardialog.Domain.Identity;
using Medborgardialog.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>One of several applications that run on copies of the same database, so that every id and every date in them is the same.</summary>
public sealed class World : WebFixture
{
    private const string Answer = "/radslag/stortorget/svara";
    private readonly string? _connection;
    private readonly string? _scenario;

    private World(string? connection, string? scenario) => (_connection, _scenario) = (connection, scenario);

    protected override string? Scenario => _scenario;

    /// <param name="scenario">Of Exempelby.</param>
    /// <param name="residents">Who will answer; they are the same people in every world.</param>
    public static async Task<World[]> SameAsync(int count, string scenario, IEnumerable<Resident> residents)
    {
        string connection;
        await using (var first = new World(null, scenario))
        {
            await first.InitializeAsync();
            await first.AddAsync([.. residents]);
            connection = await first.ReadAsync(db => Task.FromResult(db.Database.GetConnectionString()!));
        }

        var app = await AppFixture.SharedAsync();
        var worlds = new World[count];
        for (var i = 0; i < count; i++)
        {
            worlds[i] = new World(await app.CopyOfAsync(connection), null);
            await worlds[i].InitializeAsync();
        }

        return worlds;
    }

    /// <summary>Answers every question through the pages.</summary>
    /// <param name="choice">Which of the choices of a question: its number, counted round.</param>
    public async Task AnswerAsync(Resident resident, int choice, bool isChange)
    {
        using var visitor = SignedIn(ResidentCookie(resident));
        (await visitor.PostAsync(Answer, isChange ? $"{Answer}?handler=Change" : null)).Dispose();
        for (var number = 1; await QuestionAsync(visitor, number) is { } page; number++)
        {
            var choices = page.QuerySelectorAll<IHtmlInputElement>("main input[name=val]").Select(i => i.Value).ToList();
            var given = choices.Count > 0 ? ("val", choices[(choice + number) % choices.Count]) : ("text", new string('a', 1 + choice));
            (await visitor.PostAsync($"{Answer}/fraga/{number}", null, given)).Dispose();
        }

        var check = await visitor.PageAsync($"{Answer}/kontrollera");
        using var sent = await visitor.PostAsync($"{Answer}/kontrollera", null, Hidden(check, "svar"), Hidden(check, "nyckel"));
        Assert.Equal($"{Answer}/klart", sent.Headers.Location?.OriginalString);
        var about = await visitor.PageAsync($"{Answer}/om-dig");
        var told = about.QuerySelectorAll<IHtmlInputElement>("main input[type=radio]").GroupBy(i => i.Name!)
            .Select(q => (q.Key, q.ElementAt(choice % q.Count()).Value)).ToArray();
        (await visitor.PostAsync($"{Answer}/om-dig", null, told)).Dispose();
    }

    private static async Task<IDocument?> QuestionAsync(Visitor visitor, int number)
    {
        using var response = await visitor.GetAsync($"{Answer}/fraga/{number}");
        return response.StatusCode == HttpStatusCode.OK ? await Visitor.ParseAsync(response) : null;
    }

    private static (string, string) Hidden(IDocument page, string name) => (name, page.QuerySelector($"input[name={name}]")!.GetAttribute("value")!);

    protected override async Task<string> DatabaseAsync(AppFixture app) => _connection ?? await base.DatabaseAsync(app);
}
