using System.Security.Cryptography;

namespace Medborgardialog.Domain.Common;

/// <summary>
/// Identities that must say nothing about when they were made: 128 bits from the system's random generator.
/// Used for answers, receipts and codes, where a time-sortable id would link a person to an answer.
/// </summary>
public static class RandomId
{
    public static Guid New() => new(RandomNumberGenerator.GetBytes(16));

    /// <summary><paramref name="length"/> random bytes, 16 to 64.</summary>
    public static byte[] Bytes(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 64);
        return RandomNumberGenerator.GetBytes(length);
    }
}
