using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Domain.Identity;

/// <summary>
/// Lets another system of the municipality send counts to the evidence ledger. The key itself is shown once and never kept: what is kept is
/// its SHA-256, which is enough where the key is 256 random bits and cannot be guessed from a list.
/// </summary>
public sealed class ApiKey : Entity
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 80;

    private const int KeyBytes = 32;
    private const int ShownCharacters = 8;
    private const string Prefix = "md_";

    private ApiKey()
    {
    }

    /// <summary>Of the system that holds it, for example "Verksamhetssystemet Omsorg".</summary>
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the key, in 64 hexadecimal digits.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>How the key begins, so that people can tell which it is.</summary>
    public string Begins { get; private set; } = "";

    /// <summary>Name of the administrator who made it.</summary>
    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The latest day it was used; null before that. Days and not instants, so that it is written once a day.</summary>
    public DateOnly? UsedOn { get; private set; }

    /// <summary>When it stopped working; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    public bool Works => RevokedAt is null;

    /// <summary>A new key, and what stands in it, which exists nowhere else. Error: <see cref="ApiKeyNameMissing"/>.</summary>
    public static Result<(ApiKey Key, string Secret)> Make(string name, string by, DateTimeOffset now)
    {
        var clean = PlainText.Clean(name);
        if (clean.Length is 0 or > LongestName)
        {
            return new ApiKeyNameMissing(LongestName);
        }

        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        return (new ApiKey { Name = clean, Hash = HashOf(secret), Begins = secret[..(Prefix.Length + ShownCharacters)], CreatedBy = by, CreatedAt = now }, secret);
    }

    /// <summary>What is kept of a key.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>True when it had not been used that day.</summary>
    public bool Use(DateOnly today)
    {
        var first = UsedOn != today;
        UsedOn = today;
        return first;
    }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
