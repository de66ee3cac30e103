using Medborgardialog.Application.Participation;

namespace Medborgardialog.Infrastructure.Jobs;

/// <summary>
/// Counts who takes part in the open dialogues, by group. Every night at the same hour, whoever looks or does not: nobody can choose to look
/// just before and just after one person answers. May run twice.
/// </summary>
internal sealed class ParticipationJob(ReleaseParticipationHandler release)
{
    public Task ExecuteAsync(CancellationToken cancellationToken) => release.HandleAsync(new ReleaseParticipationCommand(), cancellationToken);
}
