using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Ballots;

/// <summary>
/// What the participant's browser holds of a draft: where it lies and the only key that opens it. The database alone
/// shows nothing of what somebody was about to answer.
/// </summary>
/// <param name="Id">16 random bytes.</param>
/// <param name="Key">32 random bytes.</param>
public sealed record DraftToken(byte[] Id, byte[] Key)
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public static DraftToken New() => new(RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(32));

    public string Write() => Convert.ToHexString([.. Id, .. Key]);

    /// <returns>Null when <paramref name="value"/> is not a token.</returns>
    public static DraftToken? Read(string? value)
    {
        if (value is not { Length: 96 } || !value.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var bytes = Convert.FromHexString(value);
        return new DraftToken(bytes[..16], bytes[16..]);
    }

    /// <summary>AES-256-GCM with the draft's id as associated data: nonce ‖ tag ‖ ciphertext.</summary>
    public byte[] Seal(AnswerSheet sheet)
    {
        var plain = Encoding.UTF8.GetBytes(sheet.ToJson());
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var tag = new byte[TagSize];
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(Key, TagSize);
        aes.Encrypt(nonce, plain, cipher, tag, Id);
        return [.. nonce, .. tag, .. cipher];
    }

    /// <returns>Null when the bytes were not sealed with this token.</returns>
    public AnswerSheet? Open(byte[] body)
    {
        if (body.Length < NonceSize + TagSize)
        {
            return null;
        }

        var plain = new byte[body.Length - NonceSize - TagSize];
        using var aes = new AesGcm(Key, TagSize);
        try
        {
            aes.Decrypt(body.AsSpan(0, NonceSize), body.AsSpan(NonceSize + TagSize), body.AsSpan(NonceSize, TagSize), plain, Id);
        }
        catch (CryptographicException)
        {
            return null;
        }

        return AnswerSheet.FromJson(Encoding.UTF8.GetString(plain));
    }
}
