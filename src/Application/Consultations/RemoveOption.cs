using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record RemoveOptionCommand(string Slug, uint Version, Guid OptionId);

/// <summary>Takes an option away; those after it get the letter before. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>.</summary>
public sealed class RemoveOptionHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(RemoveOptionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.optionRemoved", "",
            consultation => consultation.RemoveOption(command.OptionId),
            cancellationToken);
}
