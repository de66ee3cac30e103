using Medborgardialog.Application.Participation;

namespace Medborgardialog.Infrastructure.Seeding;

/// <summary>What the night's count would have shown of who takes part.</summary>
internal sealed class ParticipationStep(ReleaseParticipationHandler release) : ISeedStep
{
    public Task SeedAsync(SeedContext context, CancellationToken cancellationToken) =>
        release.HandleAsync(new ReleaseParticipationCommand(), cancellationToken);
}
