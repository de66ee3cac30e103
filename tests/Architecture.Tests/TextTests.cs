using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Medborgardialog.Domain.Common;
using Medborgardialog.Web.Resources;
using Xunit;

namespace Medborgardialog.Architecture.Tests;

public partial class TextTests
{
    private static readonly FrozenDictionary<string, string> Swedish = TextCatalog.Swedish;
    private static readonly FrozenDictionary<string, string> English = TextCatalog.English;

    [Fact]
    public void Every_text_is_there_in_Swedish_and_in_English()
    {
        Assert.Empty(Swedish.Keys.Except(English.Keys, StringComparer.Ordinal));
        Assert.Empty(English.Keys.Except(Swedish.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Both_languages_have_the_same_gaps_to_fill() =>
        Assert.All(
            Swedish.Keys.Where(English.ContainsKey),
            key => Assert.True(Gaps(Swedish[key]).SetEquals(Gaps(English[key])), $"{key}: {Swedish[key]} | {English[key]}"));

    [Fact]
    public void Every_error_has_a_text()
    {
        // Codes are constants, apart from errors that are given theirs; whatever else an error carries does not matter here.
        var missing = typeof(Error).Assembly.GetTypes().Concat(typeof(Application.Common.IUseCase).Assembly.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(Error)))
            .Select(t => t.GetConstructors().OrderBy(c => c.GetParameters().Length).First())
            .Where(c => !c.GetParameters().Any(p => string.Equals(p.Name, "code", StringComparison.OrdinalIgnoreCase)))
            .Select(c => (Error)c.Invoke([.. c.GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]))
            .Where(e => !Known(e.Code))
            .Select(e => $"{e.GetType().Name}: {e.Code}");

        Assert.Equal("", string.Join(Environment.NewLine, missing));
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_exists()
    {
        var missing = Sources.Of("src/Web", "*.cs*")
            .SelectMany(f => Asked().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetFileName(f), Key: m.Groups["key"].Value)))
            .Where(a => !Known(a.Key))
            .Select(a => $"{a.File}: {a.Key}")
            .Distinct(StringComparer.Ordinal);

        Assert.Equal("", string.Join(Environment.NewLine, missing));
    }

    private static bool Known(string key) => Swedish.ContainsKey(key) || Swedish.ContainsKey(key + ".other");

    private static HashSet<string> Gaps(string text) => [.. Gap().Matches(text).Select(m => m.Value)];

    [GeneratedRegex("""\bT(?:\.Count\(|\[)"(?<key>[a-zA-Z0-9]+(?:\.[a-zA-Z0-9]+)+)"[,\])]""", RegexOptions.NonBacktracking)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.NonBacktracking)]
    private static partial Regex Gap();
}
