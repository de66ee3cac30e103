using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;

namespace Medborgardialog.Application.Participation;

public sealed record ReleaseParticipationCommand;

public sealed record ParticipationReleased(int Dialogues);

/// <summary>Run by a job every night: who takes part in the open dialogues is counted by group. The page shows that until the next time.</summary>
public sealed class ReleaseParticipationHandler(IParticipationGate gate) : IUseCase
{
    public async Task<Result<ParticipationReleased>> HandleAsync(ReleaseParticipationCommand command, CancellationToken cancellationToken)
    {
        _ = command;
        return new ParticipationReleased(await gate.ReleaseAsync(cancellationToken));
    }
}
