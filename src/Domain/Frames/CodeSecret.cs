using System.Security.Cryptography;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Frames;

/// <summary>
/// The secret of a code as it is kept: PBKDF2-HMAC-SHA-256 (RFC 8018) with a salt of its own.
/// </summary>
public static class CodeSecret
{
    /// <summary>
    /// 18,000 codes are made in about a minute on two cores (some 6 ms each). Enough, since the secret is not chosen by a person:
    /// 2^59.4 secrets × 20,000 rounds are 2^73 HMACs for one code whose hash has been stolen, about 100,000 years for a machine
    /// that makes 10^10 SHA-256 a second and needs two for each HMAC, and every code has a salt of its own. A typed guess meets the
    /// lock long before. (OWASP's 600,000 rounds are for passwords that people choose; ASVS 5.0 6.5.2 asks for a slow hash below 112 bits.)
    /// </summary>
    public const int Iterations = 20_000;

    public const int SaltLength = 16;
    private const int HashLength = 32;

    /// <summary>Hashed against when there is nothing to compare with, so that an unknown code costs the same work (trust T05).</summary>
    private static readonly byte[] _noSalt = RandomId.Bytes(SaltLength);
    private static readonly byte[] _noHash = RandomId.Bytes(HashLength);

    /// <returns>16 random bytes and 32 bytes of hash.</returns>
    public static (byte[] Salt, byte[] Hash) Make(string secret)
    {
        var salt = RandomId.Bytes(SaltLength);
        return (salt, HashOf(secret, salt));
    }

    /// <summary>The same work whether there is a hash or not; compared in constant time.</summary>
    /// <param name="salt">Null for an unknown selector, and so is <paramref name="hash"/>.</param>
    public static bool Matches(string secret, byte[]? salt, byte[]? hash)
    {
        var right = CryptographicOperations.FixedTimeEquals(HashOf(secret, salt ?? _noSalt), hash ?? _noHash);
        return right && hash is not null;
    }

    private static byte[] HashOf(string secret, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, Iterations, HashAlgorithmName.SHA256, HashLength);
}
