using Hangfire;
using Medborgardialog.Application.Sends;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>
/// Hands the messages of one send over. Carries only its id; may run twice and in parallel. After the last try the send waits for
/// <see cref="DueSendsJob"/>, which finds that nobody is at work with it.
/// </summary>
[AutomaticRetry(Attempts = 5, DelaysInSeconds = [10, 60, 300, 300, 300])]
internal sealed class SendJob(RunSendHandler run)
{
    public Task ExecuteAsync(Guid sendId, CancellationToken cancellationToken) => run.HandleAsync(new RunSendCommand(sendId), cancellationToken);
}

/// <summary>Every minute: starts what is due.</summary>
internal sealed class DueSendsJob(StartDueSendsHandler start)
{
    public Task ExecuteAsync(CancellationToken cancellationToken) => start.HandleAsync(new StartDueSendsCommand(), cancellationToken);
}
