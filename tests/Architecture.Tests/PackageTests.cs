using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Medborgardialog.Architecture.Tests;

/// <summary>Nothing comes in without a version, a licence and a row in the notices.</summary>
public partial class PackageTests
{
    private static readonly string[] FreeLicences = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL licence", "LGPL-3.0"];

    [Fact]
    public void Every_package_has_an_exact_version_and_a_free_licence()
    {
        var lines = Sources.Read("Directory.Packages.props").Split('\n').Where(l => l.Contains("<PackageVersion", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            var package = Package().Match(line);
            Assert.True(package.Success, line);
            Assert.Matches(@"^\d+(\.\d+)+(-[\w.]+)?$", package.Groups["version"].Value);
            Assert.Contains(FreeLicences, licence => package.Groups["comment"].Value.StartsWith(licence, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_package_stands_in_the_notices()
    {
        var notices = Sources.Read("THIRD-PARTY-NOTICES.md");

        Assert.All(
            Package().Matches(Sources.Read("Directory.Packages.props")).Select(m => m.Groups["name"].Value),
            name => Assert.Contains($"| {name} |", notices, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_npm_package_has_an_exact_version_and_stands_in_the_notices()
    {
        using var package = JsonDocument.Parse(Sources.Read("package.json"));
        var notices = Sources.Read("THIRD-PARTY-NOTICES.md");

        var named = new[] { "dependencies", "devDependencies", "optionalDependencies" }
            .SelectMany(kind => package.RootElement.GetProperty(kind).EnumerateObject())
            .ToList();

        Assert.All(named, p =>
        {
            Assert.Matches(@"^\d+\.\d+\.\d+(-[\w.]+)?$", p.Value.GetString());
            Assert.Matches($@"\| [^|]*{Regex.Escape(p.Name.StartsWith("@embedded-postgres/", StringComparison.Ordinal) ? p.Name["@embedded-postgres/".Length..] : p.Name)}\b[^|]* \|", notices);
        });
    }

    [GeneratedRegex("""<PackageVersion Include="(?<name>[^"]+)" Version="(?<version>[^"]+)" /><!-- (?<comment>.+) -->""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Package();
}
