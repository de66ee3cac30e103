using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Medborgardialog.Web.Resources;

/// <summary>All texts of one language, read once from the embedded <c>&lt;feature&gt;.&lt;language&gt;.json</c> files.</summary>
internal static class TextCatalog
{
    public static FrozenDictionary<string, string> Swedish { get; } = Read("sv");

    public static FrozenDictionary<string, string> English { get; } = Read("en");

    /// <exception cref="InvalidOperationException">Two files define the same key.</exception>
    private static FrozenDictionary<string, string> Read(string language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith($".{language}.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                if (!texts.TryAdd(key, text))
                {
                    throw new InvalidOperationException($"The text {key} is defined twice, the second time in {name}.");
                }
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
