using System.Security.Cryptography;

namespace Medborgardialog.Application.Ballots;

/// <summary>
/// Ändringskod (mode A, rule R7): 26 characters of Crockford base32, over 128 random bits, and a check character.
/// It opens, changes and withdraws the answer; the server keeps only its hash, so a lost one cannot be recovered.
/// </summary>
public static class EditKey
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new key in its normal form: 27 characters without separators.</summary>
    public static string New()
    {
        var body = RandomNumberGenerator.GetString(Alphabet, 26);
        return body + CheckCharacter(body);
    }

    /// <summary>The key made of 17 given random bytes, 130 bits of which are used; the same bytes give the same key.</summary>
    public static string FromRandom(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes.Length, 17, nameof(bytes));
        var body = new char[26];
        for (var i = 0; i < body.Length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            body[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
        }

        var text = new string(body);
        return text + CheckCharacter(text);
    }

    /// <summary>For reading: groups of five and a last group of two.</summary>
    public static string Display(string key) => string.Join('-', key.Chunk(5).Select(c => new string(c)));

    /// <summary>Accepts lower case, spaces, hyphens and the look-alikes O, I and L. Null when the check character does not fit.</summary>
    public static string? Normalise(string? typed)
    {
        var key = new string([.. (typed ?? "").ToUpperInvariant()
            .Where(c => c is not (' ' or '-'))
            .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
        return key.Length == 27 && key.All(Alphabet.Contains) && CheckCharacter(key[..26]) == key[26] ? key : null;
    }

    /// <summary>Weighted sum modulo 31, a prime, so that any single wrong character and most swaps are noticed.</summary>
    private static char CheckCharacter(string body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += (i + 1) * Alphabet.IndexOf(body[i]);
        }

        return Alphabet[sum % 31];
    }
}
