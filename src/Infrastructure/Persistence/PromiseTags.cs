using System.Security.Cryptography;
using System.Text;
using Medborgardialog.Application.Promises;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

/// <summary>
/// A key for each dialogue, sealed with the key ring of the application before it is stored: a copy of the table of votes, even together with the one of
/// receipts, leads from neither to the other. Whoever has both and the key ring can link them, as the operator always could.
/// </summary>
internal sealed class PromiseTags(NpgsqlDataSource source, IDataProtectionProvider protection) : IPromiseTags
{
    private static readonly byte[] _label = [.. "Medborgardialog/v1/loftesrost"u8, 0];
    private readonly IDataProtector _seal = protection.CreateProtector("promise-key");

    public async Task<byte[]> OfAsync(Guid dialogueId, string receiptCode, CancellationToken cancellationToken)
    {
        var key = _seal.Unprotect(await SealedKeyAsync(dialogueId, cancellationToken));
        try
        {
            byte[] said = [.. _label, .. Encoding.ASCII.GetBytes(receiptCode)];
            return HMACSHA256.HashData(key, said);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private async Task<byte[]> SealedKeyAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(dialogueId, cancellationToken) is { } kept)
        {
            return kept;
        }

        await using (var command = source.CreateCommand("INSERT INTO promise_key (dialogue_id, sealed_key) VALUES ($1, $2) ON CONFLICT DO NOTHING"))
        {
            command.Parameters.AddWithValue(dialogueId);
            command.Parameters.AddWithValue(_seal.Protect(RandomNumberGenerator.GetBytes(32)));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        // Of two that made one at the same time the first stands.
        return (await ReadAsync(dialogueId, cancellationToken))!;
    }

    private async Task<byte[]?> ReadAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("SELECT sealed_key FROM promise_key WHERE dialogue_id = $1");
        command.Parameters.AddWithValue(dialogueId);
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
