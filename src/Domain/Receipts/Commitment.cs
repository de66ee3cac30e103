using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Medborgardialog.Domain.Receipts;

/// <summary>
/// A salted hash that binds an answer without showing it:
/// <c>C = SHA-256("Medborgardialog/v1/svar" ‖ 0x00 ‖ LP(consultation) ‖ LP(t) ‖ LP(r) ‖ LP(m))</c>,
/// LP(x) = length as 4 bytes big-endian ‖ x. <c>r</c> (32 bytes) hides the answer, <c>t</c> is the participant's part, m the choices as canonical JSON.
/// </summary>
public static class Commitment
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static readonly byte[] Label = [.. "Medborgardialog/v1/svar"u8, 0];

    /// <returns>32 bytes.</returns>
    public static byte[] Compute(ReadOnlySpan<byte> consultationId, ReadOnlySpan<byte> t, ReadOnlySpan<byte> r, ReadOnlySpan<byte> m)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Label);
        AppendWithLength(hash, consultationId);
        AppendWithLength(hash, t);
        AppendWithLength(hash, r);
        AppendWithLength(hash, m);
        return hash.GetHashAndReset();
    }

    /// <summary>The commitment to an answer sheet's choices, salted by the form's key, which only the participant's browser and this request hold.</summary>
    /// <param name="formKey">16 random bytes made when the form was shown.</param>
    public static byte[] ForForm(Guid consultationId, ReadOnlySpan<byte> formKey, string choicesJson)
    {
        var r = HMACSHA256.HashData(formKey, "Medborgardialog/v1/r"u8);
        return Compute(consultationId.ToByteArray(bigEndian: true), formKey, r, Encoding.UTF8.GetBytes(choicesJson));
    }

    /// <summary>Kvittokod: the first 20 base32 characters of C (100 bits) in groups of four, for example <c>V5L2-4NDH-ROSR-JRPS-ZYU7</c>.</summary>
    public static string ReceiptCode(ReadOnlySpan<byte> commitment)
    {
        var code = new StringBuilder(24);
        for (var i = 0; i < 20; i++)
        {
            if (i > 0 && i % 4 == 0)
            {
                code.Append('-');
            }

            var bit = i * 5;
            var pair = (commitment[bit / 8] << 8) | commitment[(bit / 8) + 1];
            code.Append(Alphabet[(pair >> (11 - (bit % 8))) & 31]);
        }

        return code.ToString();
    }

    /// <summary>Upper-case, without spaces and hyphens, regrouped. Null when it cannot be a receipt code.</summary>
    public static string? NormaliseCode(string? typed)
    {
        var letters = new string([.. (typed ?? "").ToUpperInvariant().Where(c => c is not (' ' or '-'))]);
        return letters.Length == 20 && letters.All(Alphabet.Contains)
            ? string.Join('-', letters.Chunk(4).Select(c => new string(c)))
            : null;
    }

    private static void AppendWithLength(IncrementalHash hash, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        hash.AppendData(length);
        hash.AppendData(data);
    }
}
