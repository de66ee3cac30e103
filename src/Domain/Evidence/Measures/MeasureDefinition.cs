using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Statistics;

namespace Medborgardialog.Domain.Evidence.Measures;

/// <summary>
/// How a measure was defined in one wave, with the order of its rules, locked when the wave opens: of rules that each respondent passes one by one, another order
/// gives other groups although nobody has answered differently.
/// </summary>
public sealed record MeasureDefinition
{
    private MeasureDefinition(string measure, int version, IReadOnlyList<string> rules)
    {
        (Measure, Version, Rules) = (measure, version, rules);
        var json = CanonicalJson.Write(new JsonObject
        {
            ["format"] = "Medborgardialog/v1/mått",
            ["mått"] = measure,
            ["version"] = version,
            ["regler"] = CanonicalJson.Texts(rules),
        });
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>The five groups of <see cref="Statistics.LoopGroups"/>, in the order in which they are tried.</summary>
    public static MeasureDefinition LoopGroups { get; } =
        new("loop", 1, [.. Enum.GetValues<LoopGroup>().OrderBy(g => g).Select(g => $"measures.loop.{g}")]);

    /// <summary>Such as "loop".</summary>
    public string Measure { get; }

    /// <summary>From 1; raised when a rule means something else although its key is the same.</summary>
    public int Version { get; }

    /// <summary>Keys of the texts that say the rules, in the order in which they are tried.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>SHA-256 of the definition as canonical JSON, 64 lower-case hex digits. The same content always gives the same.</summary>
    public string Hash { get; }

    /// <summary>Errors: <see cref="MeasureDefinitionWrong"/> when the name or a rule is empty, a rule stands twice, there is none, or the version is below 1.</summary>
    public static Result<MeasureDefinition> Of(string measure, int version, IReadOnlyList<string> rules) =>
        version < 1 || rules.Count == 0 || rules.Append(measure).Any(string.IsNullOrWhiteSpace) || rules.Distinct(StringComparer.Ordinal).Count() != rules.Count
            ? new MeasureDefinitionWrong()
            : new MeasureDefinition(measure, version, [.. rules]);

    public bool IsComparableWith(MeasureDefinition other) => Hash == other.Hash;

    /// <summary>By content, which the hash is of.</summary>
    public bool Equals(MeasureDefinition? other) => Hash == other?.Hash;

    public override int GetHashCode() => Hash.GetHashCode(StringComparison.Ordinal);

    /// <summary>Waves as points of a trend that breaks wherever the definition has changed, besides where the caller knows of another break.</summary>
    /// <param name="waves">In order of time.</param>
    public static IReadOnlyList<TrendPoint> Series(IReadOnlyList<DefinedWave> waves) =>
        [.. waves.Select((w, i) => new TrendPoint(w.Edition, w.Share, w.BreaksBefore || (i > 0 && !w.Definition.IsComparableWith(waves[i - 1].Definition))))];
}

/// <summary>One wave's figure with the definition that it was made by.</summary>
public sealed record DefinedWave(string Edition, Share Share, MeasureDefinition Definition, bool BreaksBefore = false);
