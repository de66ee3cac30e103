using System.Globalization;
using System.Text;

namespace Medborgardialog.Application.Surveys.Import;

/// <summary>Keys out of codes, to the rule of the question model: lower-case letters, digits and hyphens, at most 32, each once.</summary>
internal sealed class Keys
{
    private const int Max = 32;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <param name="code">Anything.</param>
    /// <param name="otherwise">A key, for a code without any letter or digit of the Latin alphabet.</param>
    public string From(string code, string otherwise)
    {
        var plain = Plain(code) is { Length: > 0 } letters ? letters : otherwise;
        var key = plain[..Math.Min(plain.Length, Max)].TrimEnd('-');
        for (var number = _next.GetValueOrDefault(key, 2); !_taken.Add(key); number++)
        {
            var ending = "-" + number.ToString(CultureInfo.InvariantCulture);
            var stem = plain[..Math.Min(plain.Length, Max)].TrimEnd('-');
            _next[stem] = number + 1;
            key = stem[..Math.Min(stem.Length, Max - ending.Length)].TrimEnd('-') + ending;
        }

        return key;
    }

    private static string Plain(string code)
    {
        var key = new StringBuilder();
        foreach (var c in code.Normalize(NormalizationForm.FormD).ToLowerInvariant().Take(200))
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                key.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && key.Length > 0 && key[^1] != '-')
            {
                key.Append('-');
            }
        }

        return key.ToString().Trim('-');
    }
}
