using System.Globalization;
using System.Security.Cryptography;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Identity;

/// <summary>
/// A one-time code sent by mail (trust T03): 8 digits, 10 minutes, 5 tries, single use, kept as a salted slow hash, and
/// usable only by the browser that asked, which alone knows <see cref="Id"/>.
/// </summary>
public sealed class SignInCode
{
    public const int Digits = 8;
    public const int MostTries = 5;
    private const int Iterations = 20_000;

    private SignInCode()
    {
    }

    private SignInCode(string email, string code, DateTimeOffset now)
    {
        Id = RandomId.New();
        Email = email;
        Salt = RandomId.Bytes(16);
        Hash = HashOf(code, Salt);
        CreatedAt = now;
        ExpiresAt = now.AddMinutes(10);
    }

    public Guid Id { get; private set; }

    public string Email { get; private set; } = "";

    public byte[] Salt { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public int Tries { get; private set; }

    public bool IsUsed { get; private set; }

    /// <returns>The stored half and the digits to send.</returns>
    public static (SignInCode Stored, string Code) New(string email, DateTimeOffset now)
    {
        var code = RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture);
        return (new SignInCode(email, code, now), code);
    }

    /// <summary>Counts the try. True once, for the right digits in time; spaces are ignored.</summary>
    public bool Try(string typed, DateTimeOffset now)
    {
        if (IsUsed || Tries >= MostTries || now >= ExpiresAt)
        {
            return false;
        }

        Tries++;
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        IsUsed = CryptographicOperations.FixedTimeEquals(HashOf(digits, Salt), Hash);
        return IsUsed;
    }

    private static byte[] HashOf(string code, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(code, salt, Iterations, HashAlgorithmName.SHA256, 32);
}
