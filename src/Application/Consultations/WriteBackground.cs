using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;

namespace Medborgardialog.Application.Consultations;

public sealed record WriteBackgroundCommand(string Slug, uint Version, string Background, string EasySwedish);

/// <summary>The long text and the one in easy Swedish. Errors: those of <see cref="ConsultationDesk"/>, <see cref="ConsultationFrozen"/>.</summary>
public sealed class WriteBackgroundHandler(ConsultationDesk desk) : IUseCase
{
    public Task<Result<ConsultationSaved>> HandleAsync(WriteBackgroundCommand command, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            command.Slug, command.Version, "consultation.background", "",
            consultation => consultation.WriteTexts(
                consultation.Title, consultation.ShortTitle, consultation.Summary, command.Background, command.EasySwedish),
            cancellationToken);
}
