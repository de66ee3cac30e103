using System.Text.RegularExpressions;
using Medborgardialog.Application.Common;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Xunit;

namespace Medborgardialog.Architecture.Tests;

/// <summary>Rules that are about what is written, not about how types depend on each other.</summary>
public partial class SourceTests
{
    private const int LongestMethod = 60;

    /// <summary>Hubs that anyone may connect to; what may be followed is decided per call, by the same check as the page.</summary>
    private static readonly string[] OpenHubs = ["DialogueHub"];

    [Fact]
    public void Reading_changes_nothing()
    {
        var queries = typeof(IUseCase).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IUseCase)) && t.GetMethod("HandleAsync")?.GetParameters()[0].ParameterType.Name.EndsWith("Query", StringComparison.Ordinal) == true)
            .Select(t => t.Name)
            .ToHashSet(StringComparer.Ordinal);

        var changing = Sources.Of("src/Application")
            .Select(File.ReadAllText)
            .Select(text => (Handler: HandlerName().Match(text).Groups["name"].Value, text))
            .Where(file => queries.Contains(file.Handler) && Saving().IsMatch(file.text))
            .Select(file => file.Handler);

        Assert.NotEmpty(queries);
        Assert.Empty(changing);
    }

    /// <summary>A page in a folder that nobody has thought about would be open to every signed-in person.</summary>
    [Fact]
    public void Every_page_has_a_policy_or_stands_among_the_open_ones()
    {
        var policies = Sources.Read("src/Web/Security/FolderPolicies.cs");

        var forgotten = Sources.Of("src/Web/Pages", "*.cshtml")
            .Where(f => File.ReadLines(f).First().StartsWith("@page", StringComparison.Ordinal))
            .Select(f => f[(f.IndexOf("/Web/Pages", StringComparison.Ordinal) + "/Web/Pages".Length)..^".cshtml".Length])
            .Where(page => !WithParents(page).Any(place => policies.Contains($"\"{place}\"", StringComparison.Ordinal)));

        Assert.Empty(forgotten);
    }

    /// <summary>A form with an address of its own gets no token unless the page asks for it, and is then refused when it is sent.</summary>
    [Fact]
    public void Every_form_with_an_address_of_its_own_says_whether_it_has_a_token()
    {
        var silent = Sources.Of("src/Web/Pages", "*.cshtml")
            .SelectMany(f => FormTag().Matches(File.ReadAllText(f)).Select(m => m.Value))
            .Where(tag => tag.Contains("method=\"post\"", StringComparison.Ordinal) && tag.Contains(" action=", StringComparison.Ordinal) && !tag.Contains("asp-antiforgery=", StringComparison.Ordinal));

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_hub_asks_who_connects_or_stands_among_the_open_ones() =>
        Assert.All(
            typeof(Program).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(Hub))),
            hub => Assert.True(hub.IsDefined(typeof(AuthorizeAttribute), inherit: true) || OpenHubs.Contains(hub.Name, StringComparer.Ordinal), hub.Name));

    [Fact]
    public void No_sentence_for_people_is_written_in_the_code_of_a_page()
    {
        var found = Sources.Of("src/Web/Pages")
            .SelectMany(f => File.ReadLines(f).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .SelectMany(line => Literal().Matches(line).Select(m => m.Value).Where(IsSwedish))
                .Select(text => $"{Path.GetFileName(f)}: {text}"));

        Assert.Equal("", string.Join(Environment.NewLine, found));
    }

    /// <summary>
    /// Connections go back to the pool without a reset (No Reset On Close), so whatever would outlive its transaction is forbidden:
    /// settings, temporary tables, locks of the session, listening.
    /// </summary>
    [Fact]
    public void No_session_state_is_set_on_a_connection()
    {
        var setting = Sources.Of("src").SelectMany(f => SessionState().Matches(File.ReadAllText(f)).Select(m => $"{Path.GetFileName(f)}: {m.Value.Trim()}"));

        Assert.Equal("", string.Join(Environment.NewLine, setting));
    }

    [Theory]
    [InlineData("src", 300)]
    [InlineData("tests", 500)]
    public void Files_stay_small(string folder, int lines) =>
        Assert.All(Sources.Of(folder), f => Assert.True(File.ReadLines(f).Count() <= lines, $"{f} has over {lines} lines"));

    [Fact]
    public void Methods_stay_small()
    {
        var found = Sources.Of("src").Concat(Sources.Of("tests"))
            .SelectMany(f => Blocks(File.ReadAllLines(f)).Where(b => b.Lines > LongestMethod).Select(b => $"{Path.GetFileName(f)}: {b.Header} ({b.Lines} lines)"));

        Assert.Equal("", string.Join(Environment.NewLine, found));
    }

    [Fact]
    public void A_method_of_61_lines_is_seen() =>
        Assert.Equal(
            61,
            Blocks(["namespace A;", "", "public class B", "{", "    public void C(", "        int d)", "    {", .. Enumerable.Repeat("        E();", 57), "    }", "}"]).Single().Lines);

    /// <summary>
    /// Blocks with their headers, by indentation, which the formatter keeps. Types are left out, so what remains is methods,
    /// and blocks inside them, which are shorter.
    /// </summary>
    private static IEnumerable<(string Header, int Lines)> Blocks(string[] lines)
    {
        for (var opening = 1; opening < lines.Length; opening++)
        {
            if (lines[opening].Trim() != "{")
            {
                continue;
            }

            var indentation = lines[opening].IndexOf('{', StringComparison.Ordinal);
            var header = opening - 1;
            while (header > 0 && (lines[header].Length <= indentation || char.IsWhiteSpace(lines[header][indentation])))
            {
                header--;
            }

            var closing = Array.FindIndex(lines, opening, l => l.Length > indentation && l[indentation] == '}' && l[..indentation].All(char.IsWhiteSpace));
            if (closing > 0 && !TypeHeader().IsMatch(lines[header]))
            {
                yield return (lines[header].Trim(), closing - header + 1);
            }
        }
    }

    private static IEnumerable<string> WithParents(string page)
    {
        for (var place = page; place.Length > 0; place = place[..place.LastIndexOf('/')])
        {
            yield return place;
        }
    }

    /// <summary>Addresses, keys and formats have no spaces between words; texts and names in Swedish letters do not belong in code at all.</summary>
    private static bool IsSwedish(string literal) => SwedishLetter().IsMatch(literal) || Words().IsMatch(literal);

    [GeneratedRegex(@"\bclass (?<name>\w+Handler)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex HandlerName();

    [GeneratedRegex(@"\.(SaveChangesAsync|ExecuteUpdateAsync|ExecuteDeleteAsync|ExecuteSql\w*)\(", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Saving();

    [GeneratedRegex("""
        "[^"\\]*"
        """, RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex("[åäöÅÄÖ]", RegexOptions.NonBacktracking)]
    private static partial Regex SwedishLetter();

    [GeneratedRegex("<form [^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex FormTag();

    [GeneratedRegex(@"\p{L}{2,} \p{L}{2,} \p{L}{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"\bset_config\(|\bpg_(try_)?advisory_lock(_shared)?\(|\bCREATE (TEMP|TEMPORARY) |\bSET (SESSION|ROLE|TIME ZONE) |\bSET [a-z_]*(path|timeout|timezone|role|encoding|_mem|_commit|datestyle)\b ?(=|TO)|""\s*(LISTEN|SET (?!LOCAL\b)[a-z_.]+ (=|TO)) ",
        RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex SessionState();

    [GeneratedRegex(@"^\s*((public|internal|private|protected|sealed|static|abstract|partial|readonly|file) )*(class|record|struct|interface|enum|namespace) ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeHeader();
}
