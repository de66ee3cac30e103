using Medborgardialog.Application.Common;
using Medborgardialog.Domain.Common;
using Medborgardialog.Domain.Consultations;
using Microsoft.EntityFrameworkCore;

namespace Medborgardialog.Application.Consultations;

/// <param name="Slug">The present address.</param>
/// <param name="NewSlug">The address as it should be.</param>
public sealed record WriteTextsCommand(string Slug, uint Version, string NewSlug, string Title, string ShortTitle, string Summary);

/// <summary>The question, its short name, its address and what it is about. Errors: those of <see cref="ConsultationDesk"/>,
/// <see cref="ConsultationFrozen"/>, <see cref="TitleWrong"/>, <see cref="SlugWrong"/>, <see cref="SlugTaken"/>.</summary>
public sealed class WriteTextsHandler(IAppDbContext db, ConsultationDesk desk) : IUseCase
{
    public async Task<Result<ConsultationSaved>> HandleAsync(WriteTextsCommand command, CancellationToken cancellationToken)
    {
        var taken = command.NewSlug != command.Slug
            && await db.Set<Consultation>().AnyAsync(c => c.Slug == command.NewSlug, cancellationToken);
        return await desk.ChangeAsync(
            command.Slug, command.Version, "consultation.texts", "",
            consultation => Change(consultation, command, taken),
            cancellationToken);
    }

    private static Result<Done> Change(Consultation consultation, WriteTextsCommand command, bool taken)
    {
        if (taken)
        {
            return new SlugTaken();
        }

        var renamed = consultation.Rename(command.NewSlug);
        return renamed.IsSuccess
            ? consultation.WriteTexts(command.Title, command.ShortTitle, command.Summary, consultation.Background, consultation.EasySwedish)
            : renamed;
    }
}
