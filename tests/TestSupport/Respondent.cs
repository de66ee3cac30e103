using System.Net;
using AngleSharp.Dom;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.TestSupport;

/// <summary>Answers a survey page by page the way a browser without script does, and remembers nothing that the page does not show.</summary>
/// <param name="visitor">The browser.</param>
/// <param name="start">Local address of the survey, with a language prefix or without.</param>
public sealed class Respondent(Visitor visitor, string start)
{
    public Visitor Visitor => visitor;

    /// <summary>Presses "Börja"; the address of the first question.</summary>
    public async Task<string> BeginAsync()
    {
        using var begun = await visitor.PostAsync(start, null);
        return Next(begun);
    }

    /// <summary>Answers one page; the address of what comes next.</summary>
    /// <param name="answer">Empty to leave it.</param>
    public async Task<string> AnswerAsync(string page, Answer answer)
    {
        IEnumerable<(string, string)> fields = [.. answer.Choices.Select(c => ("val", c)), ("text", answer.Text)];
        using var sent = await visitor.PostAsync(page, null, [.. fields]);
        return Next(sent);
    }

    /// <summary>Answers from <paramref name="page"/> on until the check page, or for as many pages as asked; the address of where it stopped.</summary>
    /// <param name="choose">The answer to the page with that number.</param>
    public async Task<string> AnswerAllAsync(string page, Func<int, Answer> choose, int pages = int.MaxValue)
    {
        for (var i = 0; i < pages && page.Contains("/fraga/", StringComparison.Ordinal); i++)
        {
            page = await AnswerAsync(page, choose(int.Parse(page[(page.LastIndexOf('/') + 1)..], System.Globalization.CultureInfo.InvariantCulture)));
        }

        return page;
    }

    /// <summary>Sends what the check page shows; the page after it.</summary>
    public async Task<(HttpStatusCode Status, IDocument Page)> SendAsync(string check)
    {
        var document = await visitor.PageAsync(check);
        string Value(string name) => document.QuerySelector($"main input[name={name}]")?.GetAttribute("value") ?? "";
        using var sent = await visitor.PostAsync(check, null, ("svar", Value("svar")), ("nyckel", Value("nyckel")));
        return sent.Headers.Location is { } location
            ? (sent.StatusCode, await visitor.PageAsync(location.ToString()))
            : (sent.StatusCode, await Visitor.ParseAsync(sent));
    }

    private static string Next(HttpResponseMessage response) =>
        response.Headers.Location?.ToString() ?? throw new InvalidOperationException($"The page came back with {(int)response.StatusCode}.");
}
