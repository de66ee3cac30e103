using Medborgardialog.Domain.Ballots;
using Medborgardialog.Infrastructure.Persistence;
using Npgsql;

namespace Medborgardialog.Infrastructure.Disclosure;

/// <summary>Every counted answer of a dialogue, one at a time and in no order that means anything. For the gate alone.</summary>
internal sealed class CountedBallots : IAsyncDisposable
{
    private readonly CopiedRows _rows;

    private CountedBallots(Stream stream) => _rows = new CopiedRows(stream);

    /// <summary>JSON in UTF-8, until the next is read.</summary>
    public ReadOnlySpan<byte> Body => _rows[0];

    /// <summary>JSON in UTF-8, until the next is read; empty where nothing is known.</summary>
    public ReadOnlySpan<byte> About => _rows[1];

    /// <summary>Answers older than the column came by e-mail.</summary>
    public AnswerDoor Door => _rows.IsNull(2) ? AnswerDoor.Email : (AnswerDoor)_rows.Int16(2);

    public long RecordKey => _rows.Int64(3);

    /// <summary>Whether it was changed before closing.</summary>
    public bool IsChanged => _rows.Boolean(4);

    public static async Task<CountedBallots> OpenAsync(NpgsqlConnection connection, Guid dialogueId, CancellationToken cancellationToken) =>
        new(await connection.BeginRawBinaryCopyAsync(BallotStatements.CopyCounted(dialogueId), cancellationToken));

    /// <summary>False after the last.</summary>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => _rows.ReadAsync(cancellationToken);

    public ValueTask DisposeAsync() => _rows.DisposeAsync();
}
