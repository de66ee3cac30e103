using Hangfire;
using Medborgardialog.Application.Promises;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>Writes what is told of a promise into the evidence ledger. May run twice. Carries only the id.</summary>
[AutomaticRetry(Attempts = 10)]
internal sealed class PromiseJob(RecordPromiseHandler record)
{
    public async Task ExecuteAsync(Guid dialogueId, CancellationToken cancellationToken)
    {
        var recorded = await record.HandleAsync(new RecordPromiseCommand(dialogueId), cancellationToken);
        if (!recorded.IsSuccess)
        {
            throw new InvalidOperationException($"What is said of the promise was not recorded: {recorded.Error.Code}");
        }
    }
}
