using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record DescribeOptionCommand(string Slug, uint Version, Guid OptionId, OptionText Text);

/// <summary>What an option is. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>.</summary>
public sealed class DescribeOptionHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(DescribeOptionCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.option", "",
            consultation => consultation.DescribeOption(command.OptionId, command.Text),
            cancellationToken);
}
