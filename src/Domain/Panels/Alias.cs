using System.Security.Cryptography;

namespace Medborgardialog.Domain.Panels;

/// <summary>Names for young members, made of a word, an animal or plant, and a number: friendly, and nobody's own.</summary>
public static class Alias
{
    private const string First = "Blå Röd Grön Gul Vit Glad Snabb Lugn Pigg Modig Kvick Stark Klok Tyst Vaken Rask Stolt Mjuk Ljus Snäll";

    private const string Second =
        "Älg Tall Kantarell Abborre Pärla Lokatt Igelkott Björk Mört Vessla Ekorre Trana Bäver Uggla Räv Gädda Lärka Mus Svala Hare Ren Järv Ek Asp Gran Svan Säl Lax Ödla Humla";

    private const int Highest = 99;
    private static readonly string[] _first = First.Split(' ');
    private static readonly string[] _second = Second.Split(' ');

    /// <summary>So many names there are.</summary>
    public static int Count => _first.Length * _second.Length * Highest;

    /// <summary>Some to choose among, none of them taken.</summary>
    public static IReadOnlyList<string> Offer(int count, IReadOnlySet<string> taken)
    {
        var offered = new List<string>(count);
        while (offered.Count < count)
        {
            var name = $"{_first[RandomNumberGenerator.GetInt32(_first.Length)]} {_second[RandomNumberGenerator.GetInt32(_second.Length)]} {RandomNumberGenerator.GetInt32(Highest) + 1}";
            if (!taken.Contains(name) && !offered.Contains(name))
            {
                offered.Add(name);
            }
        }

        return offered;
    }

    /// <summary>True for a name that <see cref="Offer"/> can have made. <see cref="AliasTaken"/> is what others get.</summary>
    public static bool IsOne(string name) =>
        name.Split(' ') is [var first, var second, var number]
        && _first.Contains(first) && _second.Contains(second)
        && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= Highest;
}
