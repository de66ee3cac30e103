using System.Security.Cryptography;
using System.Text;

namespace Medborgardialog.Application.Ballots;

/// <summary>
/// The 32 bytes by which a participant's ballot is found again, one way per mode:
/// Ö <c>participant id ‖ 16 zero bytes</c> (the link is stored, and looks like it);
/// F <c>HMAC-SHA-256(key of the rådslag, participant id)</c>, unlinkable once the key is destroyed;
/// A <c>SHA-256(edit key)</c>, which only the participant can make.
/// Who came with the code of a class has <c>SHA-256(random secret of the pass)</c> in the modes Ö and F: nobody knows who they are, and nothing
/// that is stored beside may lead to the ballot.
/// </summary>
public static class OwnerTag
{
    public static byte[] Open(Guid participantId) => [.. participantId.ToByteArray(bigEndian: true), .. new byte[16]];

    public static byte[] Confidential(byte[] key, Guid participantId) =>
        HMACSHA256.HashData(key, participantId.ToByteArray(bigEndian: true));

    /// <param name="secret">256 random bits as hex digits, which only the participant's device holds.</param>
    public static byte[] Classroom(string secret) => SHA256.HashData(Encoding.ASCII.GetBytes(secret));

    /// <param name="editKey">The ändringskod in its normal form, see <see cref="EditKey"/>.</param>
    public static byte[] Anonymous(string editKey) => SHA256.HashData(Encoding.ASCII.GetBytes(editKey));
}
