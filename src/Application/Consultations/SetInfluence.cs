using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record SetInfluenceCommand(string Slug, uint Version, InfluenceLevel Level, IReadOnlyList<string> CanInfluence, IReadOnlyList<string> AlreadyDecided);

/// <summary>K12. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>, <see cref="NothingToInfluence"/>.</summary>
public sealed class SetInfluenceHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(SetInfluenceCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.influence", "",
            consultation => consultation.SetInfluence(command.Level, command.CanInfluence, command.AlreadyDecided),
            cancellationToken);
}
