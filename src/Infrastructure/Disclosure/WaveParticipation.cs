using Medborgardialog.Application.Panels;
using Medborgardialog.Infrastructure.Persistence;
using Npgsql;

namespace Medborgardialog.Infrastructure.Disclosure;

/// <summary>The part of the gate that counts how many of a panel took part in its waves.</summary>
internal sealed class WaveParticipation(NpgsqlDataSource source) : IWaveParticipation
{
    public async Task<IReadOnlyList<WaveCounts>> CountAsync(Guid panelId, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(BallotStatements.CountWaves);
        command.Parameters.AddWithValue(panelId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var waves = new List<WaveCounts>();
        while (await reader.ReadAsync(cancellationToken))
        {
            waves.Add(new WaveCounts(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3)));
        }

        return waves;
    }
}
