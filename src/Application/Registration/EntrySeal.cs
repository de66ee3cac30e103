using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Domain.Ballots;

namespace Medborgardialog.Application.Registration;

/// <summary>
/// AES-256-GCM with a key made of the dialogue's by HKDF-SHA-256 (RFC 5869), and the id of the entry as associated data: nonce ‖ tag ‖
/// ciphertext. When the dialogue's key is destroyed at closing nothing can be opened, in backups of the table either.
/// </summary>
public static class EntrySeal
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <param name="dialogueKey">32 bytes, from <c>IDialogueKeys</c>.</param>
    public static byte[] Seal(byte[] dialogueKey, Guid entryId, AnswerSheet sheet)
    {
        var plain = Encoding.UTF8.GetBytes(sheet.ToJson());
        var nonce = RandomNumberGenerator.GetBytes(NonceSize);
        var tag = new byte[TagSize];
        var cipher = new byte[plain.Length];
        using var aes = new AesGcm(KeyOf(dialogueKey), TagSize);
        aes.Encrypt(nonce, plain, cipher, tag, entryId.ToByteArray());
        return [.. nonce, .. tag, .. cipher];
    }

    /// <returns>Null when the bytes were not sealed with this key for this entry.</returns>
    public static AnswerSheet? Open(byte[] dialogueKey, Guid entryId, byte[] body)
    {
        if (body.Length < NonceSize + TagSize)
        {
            return null;
        }

        var plain = new byte[body.Length - NonceSize - TagSize];
        using var aes = new AesGcm(KeyOf(dialogueKey), TagSize);
        try
        {
            aes.Decrypt(body.AsSpan(0, NonceSize), body.AsSpan(NonceSize + TagSize), body.AsSpan(NonceSize, TagSize), plain, entryId.ToByteArray());
        }
        catch (CryptographicException)
        {
            return null;
        }

        return AnswerSheet.FromJson(Encoding.UTF8.GetString(plain));
    }

    private static byte[] KeyOf(byte[] dialogueKey) => HKDF.DeriveKey(HashAlgorithmName.SHA256, dialogueKey, 32, info: "registered-entry"u8.ToArray());
}
