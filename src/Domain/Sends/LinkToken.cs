using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Sends;

/// <summary>
/// A secret in an address: 160 random bits as 27 characters of base64url (RFC 4648). Kept as SHA-256; a slow hash is for secrets
/// below 112 bits (ASVS 5.0, 6.5.2). Each has one purpose: another kind of token hashes to something else.
/// </summary>
public static class LinkToken
{
    public const int Length = 27;
    private const int Bytes = 20;

    public static string New() => Base64Url.EncodeToString(RandomId.Bytes(Bytes));

    /// <returns>32 bytes; null for what cannot be a token.</returns>
    public static byte[]? AnswerHash(string? token) => Hash("answer:", token);

    /// <returns>32 bytes; null for what cannot be a token.</returns>
    public static byte[]? StopHash(string? token) => Hash("stop:", token);

    /// <summary>Of the question to a young person's guardian.</summary>
    /// <returns>32 bytes; null for what cannot be a token.</returns>
    public static byte[]? GuardianHash(string? token) => Hash("guardian:", token);

    private static byte[]? Hash(string purpose, string? token) =>
        token is { Length: Length } && Base64Url.IsValid(token) ? SHA256.HashData(Encoding.ASCII.GetBytes(purpose + token)) : null;
}
