using System.Globalization;

namespace Medborgardialog.Load;

/// <summary>A wrong or missing argument; the message is one sentence.</summary>
internal sealed class ArgumentsWrongException(string message) : Exception(message);

/// <summary><c>--name value</c> pairs after the command.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Arguments(IReadOnlyList<string> arguments, params string[] known)
    {
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i].StartsWith("--", StringComparison.Ordinal) ? arguments[i][2..] : "";
            if (!known.Contains(name, StringComparer.Ordinal) || i + 1 >= arguments.Count)
            {
                throw new ArgumentsWrongException($"'{arguments[i]}' is not an argument of this command, or has no value. Known: --{string.Join(", --", known)}.");
            }

            _values[name] = arguments[i + 1];
        }
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>A whole number within the bounds, so that a slip of the finger does not become an endless run.</summary>
    public int Number(string name, int otherwise, int min, int max)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw new ArgumentsWrongException($"--{name} is a number from {min} to {max}.");
    }
}
