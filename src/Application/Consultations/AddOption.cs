using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record AddOptionCommand(string Slug, uint Version);

/// <summary>Adds an empty option with the next letter. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>, <see cref="TooManyOptions"/>.</summary>
public sealed class AddOptionHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(AddOptionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.optionAdded", "",
            consultation => consultation.AddOption() is { IsSuccess: false } refused ? refused.Error : Done.Value,
            cancellationToken);
}
