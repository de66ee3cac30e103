using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Medborgardialog.TestSupport;
using Xunit;

namespace Medborgardialog.Web.Tests;

/// <summary>Every form that the demo people can find in Exempelby, sent with bad input and without its token.</summary>
[Collection(WalkedExempelby.Name)]
public partial class EveryFormTests(ExempelbyFixture web)
{
    /// <summary>What hurts somewhere: markup, a NUL, too much, invisible direction marks, SQL, stacked marks.</summary>
    private static readonly string[] Bad =
    [
        "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>'; DROP TABLE resident; -- {0} %s ${x}", "a\0b", new string('å', 20_000),
        "\u202Eabc\u2066\uFEFF🧑‍🤝‍🧑e" + string.Concat(Enumerable.Repeat("\u0301", 60)), " ", "-1", "9999999999999999999",
    ];

    public static TheoryData<string> People => ExempelbyFixture.People;

    [Theory]
    [MemberData(nameof(People))]
    public async Task No_form_fails_on_bad_input_or_gives_markup_back(string name)
    {
        using var visitor = await web.VisitorAsync(name);
        var (_, pages) = await web.WalkAsync(name);
        var forms = pages.SelectMany(p => p.Page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Select(f => (p.Url, Form: f)))
            .Where(f => !Target(f).StartsWith("/logga-ut", StringComparison.Ordinal))
            .DistinctBy(f => Ids().Replace(Target(f), "${part}#") + string.Join(',', Fields(f.Form).Select(e => e.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)))
            .ToList();
        var failures = new List<string>();

        foreach (var form in forms)
        {
            // Where nothing is hidden or ticked, the second way is the first once more.
            bool[] ways = Fields(form.Form).Any(f => IsGiven(f.Name, f.Type)) ? [false, true] : [true];
            foreach (var (bad, everywhere) in Bad.SelectMany(b => ways.Select(w => (b, w))))
            {
                using var response = await SendAsync(visitor, form, bad, everywhere);
                var body = response.Content.Headers.ContentType?.MediaType == "text/html" ? await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "";
                if (response.StatusCode >= HttpStatusCode.InternalServerError)
                {
                    failures.Add($"{(int)response.StatusCode} {Target(form)} ({form.Url}): {bad[..Math.Min(20, bad.Length)]}");
                }
                else if (body.Contains("<script>alert(1)", StringComparison.Ordinal) || body.Contains("<img src=x", StringComparison.Ordinal))
                {
                    failures.Add($"markup {Target(form)}");
                }
            }
        }

        Assert.True(failures.Count == 0, string.Join(Environment.NewLine, failures));
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task No_form_is_carried_out_without_its_token(string name)
    {
        using var visitor = await web.VisitorAsync(name);
        var (_, pages) = await web.WalkAsync(name);
        var targets = pages.SelectMany(p => p.Page.QuerySelectorAll<IHtmlFormElement>("form[method=post]").Select(f => Target((p.Url, f)))).Distinct(StringComparer.Ordinal);

        foreach (var target in targets.Where(t => t != "/utseende"))
        {
            using var form = new FormUrlEncodedContent([new("Input.Reason", "En sida någon annanstans")]);
            using var response = await visitor.Http.PostAsync(new Uri(target, UriKind.Relative), form, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{target}: {response.StatusCode}");
        }
    }

    private static string Target((string Url, IHtmlFormElement Form) form)
    {
        var action = form.Form.GetAttribute("action");
        return action is { Length: > 0 } ? new Uri(new Uri("http://localhost" + form.Url), action).PathAndQuery : form.Url;
    }

    private static IEnumerable<IHtmlElement> Inputs(IHtmlFormElement form) => form.QuerySelectorAll<IHtmlElement>("input[name], textarea[name], select[name]");

    private static IEnumerable<(string Name, string Type, string Value)> Fields(IHtmlFormElement form) => Inputs(form).Select(e => (
        e.GetAttribute("name")!,
        e is IHtmlTextAreaElement ? "text" : e is IHtmlSelectElement ? "select" : e.GetAttribute("type") ?? "text",
        e switch { IHtmlSelectElement s => s.Value ?? "", IHtmlTextAreaElement t => t.Value, _ => e.GetAttribute("value") ?? "" }));

    /// <summary>Nobody types it: the page gives it.</summary>
    private static bool IsGiven(string name, string type) => type is "hidden" or "radio" or "checkbox" && !name.StartsWith("__", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, (string Url, IHtmlFormElement Form) form, string bad, bool everywhere)
    {
        var fields = Fields(form.Form)
            .Where(f => f.Type is not ("file" or "submit"))
            .Select(f => new KeyValuePair<string, string>(f.Name, f.Name.StartsWith("__", StringComparison.Ordinal) || (!everywhere && IsGiven(f.Name, f.Type)) ? f.Value : bad))
            .ToList();
        if (form.Form.Enctype == "multipart/form-data")
        {
            using var parts = new MultipartFormDataContent();
            fields.ForEach(f => parts.Add(new StringContent(f.Value), f.Key));
            return await visitor.Http.PostAsync(new Uri(Target(form), UriKind.Relative), parts, TestContext.Current.CancellationToken);
        }

        using var content = new FormUrlEncodedContent(fields);
        return await visitor.Http.PostAsync(new Uri(Target(form), UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    /// <summary>What tells one rådslag, report, person or page number from another.</summary>
    [GeneratedRegex("[0-9a-f-]{36}|(?<part>/(?:radslag|rapporter|svar|alternativ|du-sa-vi-gjorde)/)[^/?]+|[0-9]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Ids();
}
