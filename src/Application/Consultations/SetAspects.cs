using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record SetAspectsCommand(string Slug, uint Version, IReadOnlyList<string> Names, int CardAspects);

/// <summary>K1: the things that every option answers. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>.</summary>
public sealed class SetAspectsHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(SetAspectsCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.aspects", "",
            consultation => consultation.SetAspects(command.Names, command.CardAspects),
            cancellationToken);
}
