using System.Security.Cryptography;
using System.Text;

namespace Medborgardialog.Application.Ballots;

/// <summary>
/// The 32 bytes by which a participant's ballot is found again, one way per mode:
/// Ö <c>participant id ‖ 16 zero bytes</c> (the link is stored, and looks like it);
/// F <c>HMAC-SHA-256(key of the rådslag, participant id)</c>, unlinkable once the key is destroyed;
/// A <c>SHA-256(edit key)</c>, which only the participant can make.
/// </summary>
public static class OwnerTag
{
    public static byte[] Open(Guid participantId) => [.. participantId.ToByteArray(bigEndian: true), .. new byte[16]];

    public static byte[] Confidential(byte[] key, Guid participantId) =>
        HMACSHA256.HashData(key, participantId.ToByteArray(bigEndian: true));

    /// <param name="editKey">The ändringskod in its normal form, see <see cref="EditKey"/>.</param>
    public static byte[] Anonymous(string editKey) => SHA256.HashData(Encoding.ASCII.GetBytes(editKey));
}
