using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Load;

/// <summary>An answer that the server has given a receipt for.</summary>
/// <param name="Sheet">Canonical JSON, as it was shown on the page before sending.</param>
internal sealed record Acknowledged(string Receipt, string Sheet);

/// <summary>One invented resident with a browser. What is random follows from the number, so a run can be repeated.</summary>
internal sealed class Resident(Trial trial, string slug, string address, int number)
{
    private const int MostTries = 6;
    private const int MostQuestions = 100;
    private readonly Random _random = new(number);
    private readonly Browser _browser = new(trial.Network);
    private readonly List<Acknowledged> _acknowledged = [];

    /// <summary>Every receipt, oldest first.</summary>
    public IReadOnlyList<Acknowledged> Receipts => _acknowledged;

    public int Number => number;

    public Browser Browser => _browser;

    private string Answer => $"/radslag/{slug}/svara";

    private string Check => $"{Answer}/kontrollera";

    public async Task ReadAsync()
    {
        string[] pages = ["/", "/dialoger", $"/radslag/{slug}", $"/radslag/{slug}/bakgrund", $"/radslag/{slug}/jamfor", $"/radslag/{slug}/diskussion", $"/radslag/{slug}/resultat"];
        foreach (var page in _random.GetItems(pages, 3))
        {
            await _browser.ReadAsync("read", page);
        }
    }

    /// <summary>With a code by mail, and a name the first time. Ends at the page that the sign-in was for.</summary>
    /// <param name="from">The sign-in page, when something has led there; null to open it.</param>
    public async Task<Page> SignInAsync(Page? from)
    {
        string? usedUp = null;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var interruptions = _browser.Interrupted;
            var ask = from is not null && tries == 0 ? from : await _browser.ReadAsync("sign in: open", $"/logga-in?till={Check}");
            var asked = await _browser.SubmitAsync("sign in: ask for code", ask.FormWith("adress").Set("adress", address));
            if (!asked.Is("/logga-in/kod"))
            {
                throw asked.Unexpected("the page for the code");
            }

            var code = await trial.Letters.CodeAsync(address, usedUp);
            var page = code is null ? asked : await _browser.SubmitAsync("sign in: code", asked.FormWith("kod").Set("kod", code));
            if (!page.Is("/logga-in/kod"))
            {
                return page.Is("/logga-in/namn") ? await NameAsync(page) : page;
            }

            // Asked again after an interruption: there is one mail a minute, and it was for the question that got no answer.
            if (_browser.Interrupted == interruptions && usedUp is null)
            {
                throw code is null ? new LoadException("No mail with a code came") : page.Unexpected("the page after the sign-in");
            }

            usedUp = code ?? usedUp;
        }

        throw new LoadException($"Not signed in after {MostTries} tries");
    }

    /// <summary>Every question on its own page, then the page that shows all, then the receipt.</summary>
    /// <param name="signInLast">Signs in when the answer is about to be sent, not before.</param>
    /// <param name="copies">How many times the last form is sent at once.</param>
    public async Task AnswerAsync(bool signInLast, int copies)
    {
        var start = await _browser.ReadAsync("answer: start", Answer);
        var page = await _browser.SubmitAsync("answer: begin", start.MainForm());
        var given = new List<string>();
        for (var asked = 0; !page.Is(Check); asked++)
        {
            if (page.Status != System.Net.HttpStatusCode.OK || asked == MostQuestions)
            {
                throw page.Unexpected("the next question");
            }

            var form = Fill(page);
            given.AddRange(Given(form));
            page = await _browser.SubmitAsync("answer: question", form);
        }

        if (signInLast)
        {
            page = await SignInAsync(await _browser.SubmitAsync("answer: send signed out", page.FormWith("nyckel")));
        }

        var shown = AnswerSheet.FromJson(Sheet(page)).Answers.Values.SelectMany(a => a.IsEmpty ? [] : a.Choices.Count > 0 ? a.Choices : [a.Text]);
        if (!shown.Order(StringComparer.Ordinal).SequenceEqual(given.Where(g => g.Length > 0).Order(StringComparer.Ordinal)))
        {
            throw page.Unexpected("the answers that were given");
        }

        if (!await SendAsync("answer: send", page, copies))
        {
            throw new LoadException("The answer was refused");
        }
    }

    /// <summary>Changes one question. False when the answers are closed; the earlier answer then counts.</summary>
    /// <param name="wanted">Number of the question and what to choose; null for anything.</param>
    public async Task<bool> ChangeAsync((int Question, string Choice)? wanted, int copies)
    {
        var start = await _browser.ReadAsync("change: start", Answer);
        if (start.Document.QuerySelector("main form") is null)
        {
            return false;
        }

        var page = await _browser.SubmitAsync("change: begin", start.MainForm());
        if (!page.Is(Check) || Sheet(page) != _acknowledged[^1].Sheet)
        {
            throw page.Unexpected("the answer that was acknowledged");
        }

        var questions = page.Document.QuerySelectorAll("main a[href*='/svara/fraga/'][href*='tillbaka']").Length;
        return await AskedAsync(wanted?.Question ?? _random.Next(questions) + 1, wanted?.Choice, "change", copies);
    }

    /// <summary>Answers one question only, the first time.</summary>
    public async Task<bool> AnswerOneAsync(int question, string choice)
    {
        var start = await _browser.ReadAsync("answer: start", Answer);
        await _browser.SubmitAsync("answer: begin", start.MainForm());
        return await AskedAsync(question, choice, "answer", copies: 1);
    }

    /// <summary>The questions about oneself after the receipt.</summary>
    public async Task DescribeAsync()
    {
        var page = await _browser.ReadAsync("about: open", $"{Answer}/om-dig");
        var form = page.MainForm();
        foreach (var question in page.Document.QuerySelectorAll<IHtmlInputElement>("main input[type=radio]").GroupBy(i => i.Name!, StringComparer.Ordinal))
        {
            form.Set(question.Key, _random.GetItems(question.Select(i => i.Value).ToArray(), 1));
        }

        page = await _browser.SubmitAsync("about: send", form);
        if (!page.Is($"{Answer}/klart"))
        {
            throw page.Unexpected("thanks");
        }
    }

    /// <returns>What the page for checking receipts says.</returns>
    public async Task<string> LookUpAsync(string receipt)
    {
        var page = await _browser.ReadAsync("receipt: open", "/kvitto");
        page = await _browser.SubmitAsync("receipt: look up", page.MainForm().Set("kvittokod", receipt));
        return page.Document.QuerySelector("main [role=status]")?.TextContent.Trim() ?? throw page.Unexpected("the status of a receipt");
    }

    private async Task<bool> AskedAsync(int question, string? choice, string step, int copies)
    {
        var page = await _browser.ReadAsync($"{step}: open question", $"{Answer}/fraga/{question}?tillbaka=kontrollera");
        page = await _browser.SubmitAsync($"{step}: question", choice is null ? Fill(page) : page.FormWith("val").Set("val", choice));
        return page.Is(Check) ? await SendAsync($"{step}: send", page, copies) : throw page.Unexpected("the page before sending");
    }

    /// <summary>Sends the page before the receipt. False when it was too late.</summary>
    private async Task<bool> SendAsync(string step, Page page, int copies)
    {
        var form = page.FormWith("nyckel");
        var windows = Enumerable.Range(1, copies - 1).Select(_ => _browser.Copy()).Append(_browser).ToList();
        var answers = await Task.WhenAll(windows.Select(w => w.SubmitAsync(step, form)));
        if (answers.All(a => a.Is(Check) && a.Status == System.Net.HttpStatusCode.Conflict))
        {
            return false;
        }

        var receipts = answers.Select(Receipt).Distinct(StringComparer.Ordinal).ToList();
        _acknowledged.Add(new Acknowledged(
            receipts.Count == 1 ? receipts[0] : throw new LoadException("Copies of one form got different receipts"), Sheet(page)));
        return true;
    }

    private Task<Page> NameAsync(Page page) =>
        _browser.SubmitAsync("sign in: name", page.FormWith("namn").Set("namn", $"Provare {number}"));

    private string Receipt(Page page) =>
        page.Is($"{Answer}/klart") && page.Document.QuerySelector("main .kvitto-kod .kod")?.TextContent.Trim() is { Length: > 0 } code
            ? code
            : throw page.Unexpected("a receipt");

    private static string Sheet(Page page) => page.FormWith("nyckel").Fields.Single(f => f.Key == "svar").Value;

    private static IEnumerable<string> Given(Form form) => form.Fields.Where(f => f.Key is "val" or "text").Select(f => f.Value.Trim());

    private Form Fill(Page page)
    {
        var choices = page.Document.QuerySelectorAll<IHtmlInputElement>("main input[name=val]").ToList();
        if (choices.Count == 0)
        {
            return page.FormWith("text").Set("text", _random.Next(8) == 0 ? $"Skrivet av provare {number}, {_random.Next(1_000_000)}" : "");
        }

        var wanted = choices[0].Type == "radio" ? 1 : _random.Next(1, 3);
        return page.FormWith("val").Set("val", [.. choices.Select(c => c.Value).OrderBy(_ => _random.Next()).Take(wanted)]);
    }
}
