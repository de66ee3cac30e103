using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Npgsql;

namespace Medborgardialog.Infrastructure.Persistence;

internal sealed class TaskProgress(NpgsqlDataSource source, TimeProvider clock) : ITaskProgress
{
    public async Task ReportAsync(Guid taskId, string messageCode, int done, int total, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            "UPDATE long_task SET state = $2, message_code = $3, done = $4, total = $5, heard_at = $6 WHERE id = $1 AND state IN ($2, $7)");
        command.Parameters.AddWithValue(taskId);
        command.Parameters.AddWithValue((int)LongTaskState.Running);
        command.Parameters.AddWithValue(messageCode);
        command.Parameters.AddWithValue(done);
        command.Parameters.AddWithValue(total);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue((int)LongTaskState.Waiting);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task FailAsync(Guid taskId, string messageCode, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            "UPDATE long_task SET state = $2, message_code = $3, heard_at = $4 WHERE id = $1 AND state <> $5");
        command.Parameters.AddWithValue(taskId);
        command.Parameters.AddWithValue((int)LongTaskState.Failed);
        command.Parameters.AddWithValue(messageCode);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        command.Parameters.AddWithValue((int)LongTaskState.Finished);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
