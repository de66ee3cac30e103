using Medborgardialog.Application.Panels;
using Medborgardialog.Infrastructure.Persistence;
using Npgsql;

namespace Medborgardialog.Infrastructure.Disclosure;

/// <summary>The part of the gate that tells how many of a panel took part in its waves, and who did.</summary>
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

    public async Task<IReadOnlySet<Guid>> WhoHasAnsweredAsync(IReadOnlyCollection<(Guid SurveyId, Guid PersonId)> people, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(BallotStatements.WhoAnswered);
        command.Parameters.AddWithValue(people.Select(p => p.SurveyId).ToArray());
        command.Parameters.AddWithValue(people.Select(p => p.PersonId).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }
}
